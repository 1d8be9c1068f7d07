package org.gongkai.opengov;

import java.util.Arrays;
import org.gongkai.platform.settings.SettingsReader;
import org.gongkai.platform.settings.StartProblem;
import org.gongkai.platform.settings.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Gongkai (公开): the whole open-government work of an agency in one program. */
@Modulithic(systemName = "Gongkai", additionalPackages = "org.gongkai.platform")
@SpringBootApplication(scanBasePackages = {"org.gongkai.opengov", "org.gongkai.platform"})
public class OpenGov {
    /** The settings are wrong, and nothing was started. */
    private static final int WRONG_SETTINGS = 2;

    /** Starts the program; see {@code docs/guides/run.md} for its settings. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(OpenGov.class);
        if (Arrays.asList(arguments).contains("--production")) {
            System.setProperty("GONGKAI_PRODUCTION", "true");
        }
        try {
            SettingsReader.read(OpenGov::value);
        } catch (StartRefused e) {
            System.err.println(StartProblem.of("settings.start.title").sentence());
            System.err.println(e.getMessage());
            System.exit(WRONG_SETTINGS);
        }
        application.run(arguments);
    }

    private static @Nullable String value(String name) {
        return System.getProperty(name, System.getenv(name));
    }
}
