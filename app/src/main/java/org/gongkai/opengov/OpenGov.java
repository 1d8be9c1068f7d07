package org.gongkai.opengov;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.opengov.siteimport.ImportCommand;
import org.gongkai.platform.operations.Commands;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.SettingsReader;
import org.gongkai.platform.settings.StartProblem;
import org.gongkai.platform.settings.StartRefused;
import org.gongkai.platform.staticsite.ExportCommand;
import org.gongkai.platform.transparencylog.LogCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.Modulithic;

/** Gongkai (公开): the whole open-government work of an agency in one program. */
@Modulithic(systemName = "Gongkai", additionalPackages = "org.gongkai.platform")
@SpringBootApplication(scanBasePackages = {"org.gongkai.opengov", "org.gongkai.platform"})
public class OpenGov {
    /** Starts the program or runs a command; see {@code docs/guides/run.md}. */
    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains("--production")) {
            System.setProperty("GONGKAI_PRODUCTION", "true");
        }
        List<String> words = Stream.of(arguments).filter(it -> !it.startsWith("--")).toList();
        Settings settings;
        try {
            settings = SettingsReader.read(OpenGov::value);
        } catch (StartRefused e) {
            System.err.println(StartProblem.of("settings.start.title").sentence());
            System.err.println(e.getMessage());
            System.exit(Commands.WRONG_USE);
            return;
        }
        if (!words.isEmpty() && words.getFirst().equals("import")) {
            boolean dryRun = Arrays.asList(arguments).contains("--dry-run");
            System.exit(ImportCommand.run(words, dryRun, settings, OpenGov::behindTheScreen));
        }
        if (!words.isEmpty() && words.getFirst().equals(ExportCommand.NAME)) {
            System.exit(ExportCommand.run(OpenGov.class, words, settings));
        }
        if (!words.isEmpty() && words.getFirst().equals(LogCommand.NAME)) {
            System.exit(LogCommand.run(words, settings));
        }
        if (!words.isEmpty()) {
            System.exit(Commands.run(words, settings));
        }
        serve(settings, arguments);
    }

    /** The program for as long as a command needs it, on a port that nobody knows. */
    private static ConfigurableApplicationContext behindTheScreen() {
        return new SpringApplication(OpenGov.class).run("--server.port=0");
    }

    private static void serve(Settings settings, String[] arguments) {
        var application = new SpringApplication(OpenGov.class);
        application.setDefaultProperties(
                Map.of(
                        "gongkai.welcome",
                        "true",
                        "gongkai.timetable",
                        "true",
                        "logging.file.name",
                        settings.home().resolve("log/gongkai.log").toString()));
        var program = application.run(arguments);
        // run.sh starts and stops it once after a build, for the JVM to keep what it prepared.
        if (Boolean.getBoolean("gongkai.rehearsal")) {
            program.close();
        }
    }

    private static @Nullable String value(String name) {
        return System.getProperty(name, System.getenv(name));
    }
}
