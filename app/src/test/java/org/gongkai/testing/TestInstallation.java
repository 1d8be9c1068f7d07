package org.gongkai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.platform.database.Database;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives a test's program its own database, data folder and clock. */
public class TestInstallation implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
        TestPropertyValues.of("GONGKAI_HOME=" + temporaryFolder()).applyTo(context);
        context.registerBean(
                "database",
                Database.class,
                () ->
                        Database.keptElsewhere(
                                context.getBeanFactory().getBean(TestDatabase.class).access()));
        context.registerBean(TestDatabase.class, TestDatabase::fresh);
        context.registerBean("clock", TestClock.class, TestClock::new);
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("gongkai-test-home");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
