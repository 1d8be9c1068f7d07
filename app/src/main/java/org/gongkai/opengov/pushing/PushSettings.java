package org.gongkai.opengov.pushing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.platform.settings.StartProblem;
import org.gongkai.platform.settings.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the city's platform is told (推送设置). Without a destination nothing is pushed and
 * nothing is queued.
 *
 * @param site beginning of this site's public addresses, {@code GONGKAI_PUSH_SITE}, else {@code
 *     GONGKAI_SITE}
 * @param attempts failures after which a push is given up, {@code GONGKAI_PUSH_ATTEMPTS}
 */
record PushSettings(Destination destination, String site, int attempts) {
    static final int USUAL_ATTEMPTS = 20;

    /** The ways to the platform. */
    sealed interface Destination {
        /** Not pushed (不推送). */
        record None() implements Destination {}

        /**
         * Over HTTP (接口推送).
         *
         * @param url the one address that is called, {@code GONGKAI_PUSH_URL}
         * @param token sent as bearer token, {@code GONGKAI_PUSH_TOKEN}
         * @param secret key of the signature, {@code GONGKAI_PUSH_SECRET}
         * @param timeout the longest a call may take, {@code GONGKAI_PUSH_TIMEOUT} in seconds
         */
        record Http(URI url, Optional<String> token, Optional<String> secret, Duration timeout)
                implements Destination {
            /** Tells neither token nor secret. */
            @Override
            public String toString() {
                return "Http[" + url + "]";
            }
        }

        /**
         * By files (文件摆渡), {@code GONGKAI_PUSH_FOLDER}.
         *
         * @param secret key of the signature, {@code GONGKAI_PUSH_SECRET}
         */
        record Folder(Path folder, Optional<String> secret) implements Destination {
            /** Does not tell the secret. */
            @Override
            public String toString() {
                return "Folder[" + folder + "]";
            }
        }
    }

    /** Whether anything is pushed. */
    boolean on() {
        return !(destination instanceof Destination.None);
    }

    /** A path of this site as other programs call it. */
    String onSite(String path) {
        return site + path;
    }

    /**
     * Reads the settings.
     *
     * @throws StartRefused naming every wrong one
     */
    static PushSettings read(Function<String, @Nullable String> environment) {
        return new Reader(environment).settings();
    }

    private static final class Reader {
        private final Function<String, @Nullable String> environment;
        private final List<StartProblem> problems = new ArrayList<>();

        Reader(Function<String, @Nullable String> environment) {
            this.environment = environment;
        }

        PushSettings settings() {
            var read =
                    new PushSettings(
                            destination(),
                            site(),
                            number("GONGKAI_PUSH_ATTEMPTS", USUAL_ATTEMPTS, 1, 100));
            if (!problems.isEmpty()) {
                throw new StartRefused(problems);
            }
            return read;
        }

        private Destination destination() {
            var url = value("GONGKAI_PUSH_URL");
            var folder = value("GONGKAI_PUSH_FOLDER");
            if (url.isPresent() && folder.isPresent()) {
                wrong("pushing.start.both");
                return new Destination.None();
            }
            if (url.isPresent()) {
                return http(url.get());
            }
            return folder.<Destination>map(this::folder).orElseGet(Destination.None::new);
        }

        private Destination http(String given) {
            var token = value("GONGKAI_PUSH_TOKEN");
            var secret = value("GONGKAI_PUSH_SECRET");
            if (token.isEmpty() && secret.isEmpty()) {
                wrong("pushing.start.no-secret");
            }
            if (token.filter(it -> !it.matches("[\\x21-\\x7e]+")).isPresent()) {
                wrong("pushing.start.token");
            }
            if (givenSite().isEmpty()) {
                wrong("pushing.start.no-site");
            }
            var url = address(given);
            if (url.isEmpty()) {
                wrong("pushing.start.url", given);
                return new Destination.None();
            }
            var seconds = number("GONGKAI_PUSH_TIMEOUT", 30, 1, 300);
            return new Destination.Http(url.get(), token, secret, Duration.ofSeconds(seconds));
        }

        private Destination folder(String given) {
            try {
                var folder = Path.of(given).toAbsolutePath().normalize();
                if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
                    wrong("pushing.start.folder", given);
                }
                return new Destination.Folder(folder, value("GONGKAI_PUSH_SECRET"));
            } catch (InvalidPathException unreadable) {
                wrong("pushing.start.folder", given);
                return new Destination.None();
            }
        }

        /** The address of the whole site, unless the platform comes in by another. */
        private Optional<String> givenSite() {
            return value("GONGKAI_PUSH_SITE").or(() -> value("GONGKAI_SITE"));
        }

        private String site() {
            var given = givenSite();
            if (given.isEmpty()) {
                return "";
            }
            if (!given.get().matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?/?")) {
                wrong("pushing.start.site", given.get());
            }
            return given.get().replaceAll("/$", "");
        }

        /** Over TLS, or to this machine itself. */
        private static Optional<URI> address(String given) {
            try {
                var url = URI.create(given);
                var host = url.getHost();
                if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
                    return Optional.empty();
                }
                var here = host.equals("127.0.0.1") || host.equals("localhost");
                return "https".equals(url.getScheme()) || here && "http".equals(url.getScheme())
                        ? Optional.of(url)
                        : Optional.empty();
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }

        private int number(String name, int usual, int least, int most) {
            var given = value(name).orElse(Integer.toString(usual));
            if (given.matches("\\d{1,4}")
                    && Integer.parseInt(given) >= least
                    && Integer.parseInt(given) <= most) {
                return Integer.parseInt(given);
            }
            wrong("pushing.start.number", name, given, least, most);
            return usual;
        }

        private Optional<String> value(String name) {
            return Optional.ofNullable(environment.apply(name))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty());
        }

        private void wrong(String messageKey, Object... arguments) {
            problems.add(StartProblem.of(messageKey, arguments));
        }
    }
}
