package org.gongkai.platform.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the settings (读取运行设置) and says of each wrong one what to write instead. */
public final class SettingsReader {
    /** Scheme, host, perhaps a port; a site has its domain to itself. */
    private static final String SITE =
            "(?i)https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9]\\d{0,4})?/?";

    private final Function<String, @Nullable String> environment;
    private final List<StartProblem> problems = new ArrayList<>();

    private SettingsReader(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * Reads all settings.
     *
     * @param environment gives the value of a name, null where it is not set
     * @throws StartRefused naming every wrong setting
     */
    public static Settings read(Function<String, @Nullable String> environment) {
        return new SettingsReader(environment).readAll();
    }

    private Settings readAll() {
        boolean production = flag("GONGKAI_PRODUCTION");
        var settings =
                new Settings(
                        home(),
                        port(),
                        bind(),
                        databaseUrl(),
                        site(),
                        production,
                        clock(production));
        if (!problems.isEmpty()) {
            throw new StartRefused(problems);
        }
        return settings;
    }

    private Path home() {
        String given = value("GONGKAI_HOME").orElse("./data");
        try {
            Path home = Path.of(given).toAbsolutePath().normalize();
            if (Files.exists(home) && !(Files.isDirectory(home) && Files.isWritable(home))) {
                wrong("settings.start.home", given);
            }
            return home;
        } catch (InvalidPathException e) {
            wrong("settings.start.home", given);
            return Path.of("data");
        }
    }

    private int port() {
        String given = value("GONGKAI_PORT").orElse("8080");
        if (!given.matches("\\d{1,5}") || !isPort(Integer.parseInt(given))) {
            wrong("settings.start.port", given);
            return 8080;
        }
        return Integer.parseInt(given);
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= 65_535;
    }

    private String bind() {
        String given = value("GONGKAI_BIND").orElse("127.0.0.1");
        // Only addresses are looked at: no name is ever asked of a name server.
        if (!given.equals("localhost")
                && !given.matches("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?")) {
            wrong("settings.start.bind", given);
            return "127.0.0.1";
        }
        try {
            InetAddress.getByName(given);
        } catch (UnknownHostException e) {
            wrong("settings.start.bind", given);
        }
        return given;
    }

    private Optional<String> databaseUrl() {
        Optional<String> given = value("GONGKAI_DB_URL");
        if (given.filter(url -> !url.startsWith("jdbc:postgresql://")).isPresent()) {
            // The address may hold a password, so it is not repeated.
            wrong("settings.start.database-url");
        }
        return given;
    }

    private Optional<URI> site() {
        Optional<String> given = value("GONGKAI_SITE");
        Optional<URI> site =
                given.filter(it -> it.matches(SITE))
                        .map(it -> URI.create(it.replaceAll("/$", "").toLowerCase(Locale.ROOT)))
                        .filter(it -> it.getHost() != null && it.getPort() <= 65_535);
        if (given.isPresent() && site.isEmpty()) {
            wrong("settings.start.site", given.get());
        }
        return site;
    }

    private boolean flag(String name) {
        String given = value(name).orElse("false");
        return switch (given) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> {
                wrong("settings.start.flag", name, given);
                yield false;
            }
        };
    }

    private Optional<OffsetDateTime> clock(boolean production) {
        Optional<String> given = value("GONGKAI_CLOCK");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (production) {
            wrong("settings.start.clock-in-production");
            return Optional.empty();
        }
        try {
            return given.map(OffsetDateTime::parse);
        } catch (DateTimeParseException e) {
            wrong("settings.start.clock", given.get());
            return Optional.empty();
        }
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
