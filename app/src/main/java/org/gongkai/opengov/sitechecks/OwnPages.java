package org.gongkai.opengov.sitechecks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** This site's pages as any reader gets them (取本站页面): asked of this very program. */
@Component
class OwnPages {
    private static final Logger LOG = LoggerFactory.getLogger(OwnPages.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FOUND = 200;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(PATIENCE)
                    .build();
    private final String bind;
    private volatile int port;

    OwnPages(@Value("${server.address:127.0.0.1}") String bind) {
        this.bind = bind;
    }

    /** The page at this path, if there is one and this program answers. */
    Optional<String> html(String path) {
        if (port == 0) {
            return Optional.empty();
        }
        try {
            var request =
                    HttpRequest.newBuilder(URI.create("http://" + host() + ":" + port + path))
                            .timeout(PATIENCE)
                            .build();
            var answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == FOUND ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException away) {
            LOG.warn("The site's own page {} was not read", path, away);
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Where this machine itself is answered. */
    private String host() throws IOException {
        var address = InetAddress.getByName(bind);
        var host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    @EventListener
    void answersAt(WebServerInitializedEvent event) {
        if (!"management".equals(event.getApplicationContext().getServerNamespace())) {
            port = event.getWebServer().getPort();
        }
    }
}
