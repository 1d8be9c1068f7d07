package org.gongkai.platform.search.opensearch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.platform.settings.StartProblem;
import org.gongkai.platform.settings.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * Where the search server is (检索服务器设置).
 *
 * @param url {@code GONGKAI_SEARCH_URL}
 * @param login {@code GONGKAI_SEARCH_USER} and {@code GONGKAI_SEARCH_PASSWORD}, both or neither
 * @param index how our indexes there begin, {@code GONGKAI_SEARCH_INDEX}; installations that share
 *     a server need different ones
 */
public record OpenSearchSettings(URI url, Optional<Login> login, String index) {

    private static final String USUAL_INDEX = "gongkai";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** User and password. */
    public record Login(String user, String password) {
        /** Does not tell the password. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * Reads the settings; empty where no server is named.
     *
     * @throws StartRefused naming every wrong one
     */
    public static Optional<OpenSearchSettings> read(
            Function<String, @Nullable String> environment) {
        return new Reader(environment).settings();
    }

    private static final class Reader {
        private final Function<String, @Nullable String> environment;
        private final List<StartProblem> problems = new ArrayList<>();

        Reader(Function<String, @Nullable String> environment) {
            this.environment = environment;
        }

        Optional<OpenSearchSettings> settings() {
            var url = value("GONGKAI_SEARCH_URL");
            var login = login();
            var index = index();
            if (url.isEmpty() && (login.isPresent() || value("GONGKAI_SEARCH_INDEX").isPresent())) {
                wrong("search.start.no-url");
            }
            var read = url.flatMap(this::url).map(it -> new OpenSearchSettings(it, login, index));
            read.ifPresent(this::checkPasswordStaysHere);
            if (!problems.isEmpty()) {
                throw new StartRefused(problems);
            }
            return read;
        }

        private Optional<URI> url(String given) {
            try {
                var url = new URI(given.replaceFirst("/+$", ""));
                boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
                if (web
                        && url.getHost() != null
                        && url.getUserInfo() == null
                        && url.getQuery() == null) {
                    return Optional.of(url);
                }
            } catch (URISyntaxException notOne) {
                // Said below, without repeating what may hold a password.
            }
            wrong("search.start.url");
            return Optional.empty();
        }

        private Optional<Login> login() {
            var user = value("GONGKAI_SEARCH_USER");
            var password = value("GONGKAI_SEARCH_PASSWORD");
            if (user.isPresent() != password.isPresent() || user.orElse("").contains(":")) {
                wrong("search.start.login");
            }
            return user.flatMap(it -> password.map(secret -> new Login(it, secret)));
        }

        private void checkPasswordStaysHere(OpenSearchSettings it) {
            if (it.login.isPresent()
                    && "http".equals(it.url.getScheme())
                    && !THIS_MACHINE.contains(it.url.getHost())) {
                wrong("search.start.open-password");
            }
        }

        private String index() {
            var given = value("GONGKAI_SEARCH_INDEX").orElse(USUAL_INDEX);
            if (!given.matches("[a-z][a-z0-9-]{0,59}")) {
                wrong("search.start.index", given);
            }
            return given;
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
