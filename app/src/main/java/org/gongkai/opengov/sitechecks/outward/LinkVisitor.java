package org.gongkai.opengov.sitechecks.outward;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether an address of another site can be opened (访问站外链接): HEAD, and GET where that is not
 * understood; robots.txt is heeded; redirects are followed a few times.
 *
 * <p>A name is resolved once, every address it has must be admitted, and the connection goes to the
 * address that was looked at: a name that changes its mind between the look and the call leads
 * nowhere. No proxy is asked, no cookie kept, no text of a page read.
 */
final class LinkVisitor {
    /** 3.5: a page that has not opened after 15 seconds is not open. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    static final String AGENT = "GongkaiLinkCheck";

    private static final Logger LOG = LoggerFactory.getLogger(LinkVisitor.class);
    private static final int MOST_HOPS = 5;
    private static final int LONGEST_RULES = 500 * 1024;
    private static final int HOSTS_KNOWN = 1_000;

    private final AddressGuard guard;
    private final String userAgent;
    private final Duration patience;
    private final Cache<String, RobotsRules> rules =
            Caffeine.newBuilder()
                    .maximumSize(HOSTS_KNOWN)
                    .expireAfterWrite(Duration.ofDays(1))
                    .build();

    /**
     * @param about an address at which the other site's keepers find who we are
     */
    LinkVisitor(AddressGuard guard, String about, Duration patience) {
        this.guard = guard;
        this.userAgent = AGENT + "/1.0 (+" + about + ")";
        this.patience = patience;
    }

    /** The address is of a kind that is never visited. */
    private static final class NotPublic extends IOException {
        private static final long serialVersionUID = 1L;
    }

    Visit visit(String address) {
        try {
            var next = readable(address);
            for (int hop = 0; hop <= MOST_HOPS; hop++) {
                if (!rulesOf(next).allows(path(next))) {
                    return Visit.of(LinkOutcome.NOT_ALLOWED);
                }
                var answer = look(next);
                if (!answer.isRedirect() || answer.header("location").isEmpty()) {
                    return new Visit(outcome(answer.status()), answer.status());
                }
                next = readable(next.resolve(answer.header("location").get()).toString());
            }
            return Visit.of(LinkOutcome.DEAD);
        } catch (IllegalArgumentException unreadable) {
            return Visit.of(LinkOutcome.UNREADABLE);
        } catch (NotPublic inside) {
            return Visit.of(LinkOutcome.NOT_PUBLIC);
        } catch (IOException away) {
            LOG.debug("{} was not reached: {}", address, away.toString());
            return Visit.of(LinkOutcome.UNREACHABLE);
        }
    }

    private WebAnswer look(URI uri) throws IOException {
        try {
            var head = ask("HEAD", uri, 0);
            if (head.status() < 400) {
                return head;
            }
        } catch (NotPublic inside) {
            throw inside;
        } catch (IOException unwilling) {
            LOG.debug("HEAD {} was not answered: {}", uri, unwilling.toString());
        }
        return ask("GET", uri, 0);
    }

    /** Who asks for a password or wants fewer calls is there. */
    private static LinkOutcome outcome(int status) {
        return switch (status) {
            case 401, 403, 407, 429 -> LinkOutcome.ALIVE;
            default -> status < 400 ? LinkOutcome.ALIVE : LinkOutcome.DEAD;
        };
    }

    /** RFC 9309, 2.3.1: no file allows everything; a server in trouble forbids everything. */
    private RobotsRules rulesOf(URI uri) throws IOException {
        var site = uri.getScheme() + "://" + uri.getRawAuthority();
        var known = rules.getIfPresent(site);
        if (known != null) {
            return known;
        }
        var file = uri.resolve("/robots.txt");
        var answer = ask("GET", file, LONGEST_RULES);
        for (int hop = 0; hop < MOST_HOPS && answer.isRedirect(); hop++) {
            file = readable(file.resolve(answer.header("location").orElse("")).toString());
            answer = ask("GET", file, LONGEST_RULES);
        }
        var found =
                answer.status() >= 500
                        ? RobotsRules.FORBID_ALL
                        : answer.status() >= 300
                                ? RobotsRules.ALLOW_ALL
                                : RobotsRules.read(answer.text(), AGENT);
        rules.put(site, found);
        return found;
    }

    private WebAnswer ask(String method, URI uri, int mostText) throws IOException {
        int port = port(uri);
        var address = admitted(uri.getHost(), port);
        try (var socket = new Socket(Proxy.NO_PROXY)) {
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> close(socket));
            socket.connect(new InetSocketAddress(address, port), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            var connection = isSecure(uri) ? secured(socket, uri.getHost(), port) : socket;
            connection.getOutputStream().write(request(method, uri));
            connection.getOutputStream().flush();
            return WebAnswer.read(connection.getInputStream(), mostText);
        }
    }

    private InetAddress admitted(String host, int port) throws IOException {
        var addresses = InetAddress.getAllByName(host.replaceAll("^\\[|\\]$", ""));
        for (var it : addresses) {
            if (!guard.admits(it, port)) {
                throw new NotPublic();
            }
        }
        return addresses[0];
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private byte[] request(String method, URI uri) {
        return """
        %s %s HTTP/1.1
        Host: %s
        User-Agent: %s
        Accept: */*
        Connection: close

        """
                .formatted(method, path(uri), uri.getRawAuthority(), userAgent)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The address as it is asked for, in plain characters.
     *
     * @throws IllegalArgumentException if it is none of the web, or names a user
     */
    private static URI readable(String address) {
        var whole = URI.create(address.strip().replace(" ", "%20"));
        var authority = whole.getAuthority();
        var web = "https".equalsIgnoreCase(whole.getScheme());
        if (authority == null
                || authority.contains("@")
                || !web && !"http".equalsIgnoreCase(whole.getScheme())) {
            throw new IllegalArgumentException(address);
        }
        // A name in Chinese characters (中文域名) is no host to URI.
        var host = whole.getHost() == null ? IDN.toASCII(authority) : whole.getHost();
        var port = whole.getPort() < 0 ? "" : ":" + whole.getPort();
        var path = whole.getRawPath();
        var query = whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery();
        var plain =
                URI.create(
                        URI.create(
                                        (web ? "https://" : "http://")
                                                + host.toLowerCase(Locale.ROOT)
                                                + port
                                                + (path.isEmpty() ? "/" : path)
                                                + query)
                                .toASCIIString());
        if (plain.getHost() == null) {
            throw new IllegalArgumentException(address);
        }
        return plain;
    }

    private static String path(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static boolean isSecure(URI uri) {
        return "https".equals(uri.getScheme());
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : isSecure(uri) ? 443 : 80;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.debug("A connection was closed already", gone);
        }
    }
}
