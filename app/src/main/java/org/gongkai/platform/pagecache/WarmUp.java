package org.gongkai.platform.pagecache;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads the site once after the start (预热), as a reader would: home, then what it links to, columns
 * and newest documents first; slowly, so that nobody waits because of it.
 */
@Component
@ConditionalOnProperty("gongkai.welcome")
class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int MOST = 300;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");

    private final KeptAddresses addresses;
    private final PageMemory memory;

    WarmUp(KeptAddresses addresses, PageMemory memory) {
        this.addresses = addresses;
        this.memory = memory;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        if (memory.bytes() > 0
                && ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            var port = context.getWebServer().getPort();
            var bind = ready.getApplicationContext().getEnvironment().getProperty("server.address");
            Thread.ofVirtual().name("warm-up").start(() -> read(host(bind), port));
        }
    }

    private void read(String host, int port) {
        var known = new HashSet<String>(List.of("/"));
        var next = new ArrayDeque<>(known);
        try {
            while (!next.isEmpty()) {
                var page = page(URI.create("http://" + host + ":" + port + next.remove()));
                LINK.matcher(page)
                        .results()
                        .map(it -> it.group(1).replace("&amp;", "&"))
                        .filter(this::kept)
                        .filter(it -> known.size() < MOST && known.add(it))
                        .forEach(next::add);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (IOException | IllegalArgumentException stopped) {
            LOG.info("The site was not read to its end: {}", stopped.getMessage());
        }
    }

    private boolean kept(String address) {
        var parts = address.split("\\?", 2);
        return addresses.canonical(parts[0], parts.length > 1 ? parts[1] : null).isPresent();
    }

    private static String page(URI address) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout((int) PATIENCE.toMillis());
        connection.setReadTimeout((int) PATIENCE.toMillis());
        connection.setInstanceFollowRedirects(false);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            return "";
        }
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Where this machine itself is answered. */
    private static String host(@Nullable String bind) {
        try {
            var address = InetAddress.getByName(bind == null ? "" : bind);
            var host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
            return host.contains(":") ? "[" + host + "]" : host;
        } catch (IOException unknown) {
            return "127.0.0.1";
        }
    }
}
