package org.gongkai.opengov.requests.notices;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.platform.mail.MailServer;
import org.gongkai.platform.settings.StartProblem;
import org.gongkai.platform.settings.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * By which ways applicants are told (通知设置). Without any nothing is sent and nothing is queued.
 *
 * @param mail the mail server, {@code GONGKAI_SMTP_URL} and its neighbours
 * @param sms the gateway for text messages, {@code GONGKAI_SMS_URL} and its neighbours
 */
record NoticeSettings(Optional<MailServer> mail, Optional<Sms> sms) {
    /**
     * A gateway for text messages (短信网关).
     *
     * @param token sent as bearer token, {@code GONGKAI_SMS_TOKEN}
     */
    record Sms(URI url, String token) {
        /** Tells no token. */
        @Override
        public String toString() {
            return "Sms[" + url + "]";
        }
    }

    /**
     * Reads the settings.
     *
     * @throws StartRefused naming every wrong one
     */
    static NoticeSettings read(Function<String, @Nullable String> environment) {
        var reader = new Reader(environment);
        var read = new NoticeSettings(reader.mail(), reader.sms());
        if (!reader.problems.isEmpty()) {
            throw new StartRefused(reader.problems);
        }
        return read;
    }

    private static final class Reader {
        private final Function<String, @Nullable String> environment;
        private final List<StartProblem> problems = new ArrayList<>();

        Reader(Function<String, @Nullable String> environment) {
            this.environment = environment;
        }

        Optional<MailServer> mail() {
            var read = MailServer.read(environment);
            problems.addAll(read.problems());
            return read.server();
        }

        Optional<Sms> sms() {
            var given = value("GONGKAI_SMS_URL");
            if (given.isEmpty()) {
                return Optional.empty();
            }
            var url =
                    address(given.get())
                            .filter(
                                    it ->
                                            "https".equals(it.getScheme())
                                                    || "http".equals(it.getScheme()) && isHere(it));
            var token = value("GONGKAI_SMS_TOKEN").filter(it -> it.matches("[\\x21-\\x7e]+"));
            if (url.isEmpty()) {
                problems.add(StartProblem.of("requests.notice.start.sms", given.get()));
            }
            if (token.isEmpty()) {
                problems.add(StartProblem.of("requests.notice.start.sms-token"));
            }
            return url.flatMap(it -> token.map(secret -> new Sms(it, secret)));
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

        private Optional<String> value(String name) {
            return Optional.ofNullable(environment.apply(name))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty());
        }
    }
}
