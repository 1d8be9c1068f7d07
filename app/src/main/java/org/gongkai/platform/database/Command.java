package org.gongkai.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command of the operating system (系统命令), run to its end. */
final class Command {
    private Command() {}

    /** What a command said and how it ended. */
    record Outcome(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    /** Runs it in this folder with both outputs read as one. */
    static Outcome run(Path folder, List<String> command, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in " + command.getFirst(), e);
        }
    }

    /** Whether it exists and ends well. */
    static boolean succeeds(List<String> command) {
        try {
            return run(Path.of("/"), command, Map.of()).succeeded();
        } catch (UncheckedIOException e) {
            return false; // There is no such command here.
        }
    }
}
