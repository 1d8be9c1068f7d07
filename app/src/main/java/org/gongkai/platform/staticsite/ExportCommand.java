package org.gongkai.platform.staticsite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.platform.pages.Stamps;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.SiteAddress;
import org.gongkai.platform.settings.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code export DIR [address of the running site]} (静态导出命令), beside the program or while it stands.
 */
public final class ExportCommand {
    /** The word for it on the command line. */
    public static final String NAME = "export";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;
    private static final int STOPPED = 130;
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final long PATIENCE_SECONDS = 60;

    private final Class<?> program;
    private final Settings settings;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);

    private ExportCommand(Class<?> program, Settings settings) {
        this.program = program;
        this.settings = settings;
    }

    /**
     * Runs it.
     *
     * @param program the class that is the program
     * @param words the command and what follows it
     * @return the exit status: 0 only if everything was exported
     */
    public static int run(Class<?> program, List<String> words, Settings settings) {
        if (words.size() < 2 || words.size() > 3) {
            System.err.println(Words.say("staticsite.use"));
            return WRONG_USE;
        }
        LoggingSystem.get(ExportCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        var target = Path.of(words.get(1)).toAbsolutePath().normalize();
        return new ExportCommand(program, settings)
                .into(target, words.size() == 3 ? words.get(2) : null);
    }

    private int into(Path target, @Nullable String live) {
        var hook = new Thread(this::stopAndWait);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            var outcome = export(target, live);
            return outcome.leftOut().isEmpty() ? DONE : REFUSED;
        } catch (ExportStopped e) {
            System.err.println(Words.say("staticsite.stopped"));
            return STOPPED;
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
        } catch (IOException | UncheckedIOException | SQLException e) {
            System.err.println(
                    String.valueOf(e.getMessage()).contains("No space left")
                            ? Words.say("staticsite.full", target)
                            : Words.say("staticsite.failed", e));
        } finally {
            over.countDown();
        }
        return REFUSED;
    }

    /** Ctrl-C: what is being written is finished, and the former export stands. */
    private void stopAndWait() {
        stop.set(true);
        try {
            if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(Words.say("staticsite.stopped"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SiteExport.Outcome export(Path target, @Nullable String live)
            throws IOException, SQLException {
        var liveAddress = live == null ? null : checked(live);
        if (!Files.isDirectory(settings.secretsFolder())) {
            throw StartRefused.because("staticsite.nothing", settings.home());
        }
        try (var reading = ReadingProgram.start(program, settings)) {
            refuseWithoutSite(reading);
            System.out.println(Words.say("staticsite.start"));
            var book = reading.addresses();
            var progress = new Progress(System.out::println, OFTEN, System::nanoTime);
            var outcome =
                    new SiteExport(
                                    book,
                                    new Renderer(reading.base()),
                                    frame(reading, book.shared()),
                                    liveAddress,
                                    progress,
                                    stop::get,
                                    reading.bean(Clock.class))
                            .into(target);
            tell(target, outcome, progress.seconds());
            return outcome;
        }
    }

    private static void tell(Path target, SiteExport.Outcome outcome, long seconds) {
        System.out.println(
                Words.say(
                        "staticsite.done",
                        target,
                        outcome.addresses(),
                        outcome.written(),
                        outcome.unchanged(),
                        outcome.removed(),
                        seconds));
        System.out.println(Words.say("staticsite.serve", outcome.nginx()));
        if (outcome.reload()) {
            System.out.println(Words.say("staticsite.reload"));
        }
        if (!outcome.leftOut().isEmpty()) {
            System.err.println(
                    Words.say("staticsite.left-out", String.join(", ", outcome.leftOut())));
        }
    }

    /** What all pages share: names and navigation, the site's address, the program itself. */
    private static String frame(ReadingProgram reading, String shared) throws IOException {
        var source = new ApplicationHome(ExportCommand.class).getSource();
        var built =
                source == null || source.isDirectory()
                        ? System.nanoTime() // While it is being developed, nothing is taken for
                        // known.
                        : Files.getLastModifiedTime(source.toPath()) + " " + source.length();
        return Stamps.of(shared, reading.bean(SiteAddress.class).beginning(), built);
    }

    private void refuseWithoutSite(ReadingProgram reading) {
        var mode =
                reading.bean(JdbcClient.class)
                        .sql("SELECT mode FROM installation")
                        .query(String.class)
                        .optional();
        if (settings.site().isEmpty() && mode.filter("PRODUCTION"::equals).isPresent()) {
            throw StartRefused.because("staticsite.no-site");
        }
    }

    private static String checked(String live) {
        var address = URI.create(live.strip().replaceAll("/$", ""));
        var web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || !address.toString().matches("[A-Za-z0-9.:/_-]+")) {
            throw StartRefused.because("staticsite.live", live);
        }
        return address.toString();
    }
}
