package org.gongkai.platform.mail;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.platform.settings.StartProblem;
import org.jspecify.annotations.Nullable;

/**
 * A mail server (邮件服务器).
 *
 * @param tls whether TLS is spoken from the first byte ({@code smtps://}); else it is started, and
 *     demanded unless the server is on this machine
 * @param user {@code GONGKAI_SMTP_USER}; null where nobody signs in
 * @param password {@code GONGKAI_SMTP_PASSWORD}
 * @param from {@code GONGKAI_SMTP_FROM}
 */
public record MailServer(
        String host,
        int port,
        boolean tls,
        boolean here,
        @Nullable String user,
        @Nullable String password,
        String from) {
    private static final int SMTP = 587;
    private static final int SMTPS = 465;

    /** What was read, and what is wrong with it. */
    public record Read(Optional<MailServer> server, List<StartProblem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /** The server that the settings name; empty where they name none. */
    public static Read read(Function<String, @Nullable String> environment) {
        var given = value(environment, "GONGKAI_SMTP_URL");
        if (given.isEmpty()) {
            return new Read(Optional.empty(), List.of());
        }
        var problems = new ArrayList<StartProblem>();
        var url = address(given.get());
        var scheme = url.map(URI::getScheme).orElse("");
        var from = value(environment, "GONGKAI_SMTP_FROM");
        if (!scheme.matches("smtps?")) {
            problems.add(StartProblem.of("requests.notice.start.smtp", given.get()));
        }
        if (from.filter(it -> it.matches("[^@\\s<>]+@[^@\\s<>]+")).isEmpty()) {
            problems.add(StartProblem.of("requests.notice.start.from"));
        }
        if (!problems.isEmpty() || url.isEmpty()) {
            return new Read(Optional.empty(), problems);
        }
        var tls = scheme.equals("smtps");
        var port = url.get().getPort();
        return new Read(
                Optional.of(
                        new MailServer(
                                url.get().getHost(),
                                port > 0 ? port : tls ? SMTPS : SMTP,
                                tls,
                                isHere(url.get()),
                                value(environment, "GONGKAI_SMTP_USER").orElse(null),
                                value(environment, "GONGKAI_SMTP_PASSWORD").orElse(null),
                                from.orElseThrow())),
                List.of());
    }

    private static Optional<URI> address(String given) {
        try {
            return Optional.of(URI.create(given))
                    .filter(it -> it.getHost() != null && it.getUserInfo() == null);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isHere(URI url) {
        var host = Objects.requireNonNullElse(url.getHost(), "");
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
    }

    private static Optional<String> value(
            Function<String, @Nullable String> environment, String name) {
        return Optional.ofNullable(environment.apply(name))
                .map(String::strip)
                .filter(it -> !it.isEmpty());
    }

    /** Tells no password. */
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + "]";
    }
}
