package org.gongkai.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.settings.PrivateFolder;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL that comes with the program (内置数据库), on this machine only.
 *
 * <p>It writes through to the disk (fsync), so that what was committed is there after any crash. A
 * server that outlived a killed program is stopped and started anew.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The role that sets up roles, and that backup and restore use; never the application. */
    public static final String SUPERUSER = "gongkai_admin";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> LOCALE = Map.of("LC_ALL", "C.UTF-8");

    private final Path folder;
    private final Path cluster;
    private final Secrets secrets;
    private final List<String> extraOptions;
    private final Unprivileged unprivileged;
    private final Path binaries;
    private volatile boolean wanted;
    private int port;

    /**
     * The server of this folder, not yet started.
     *
     * @param folder holds the data, the log and the port
     * @param programs where the programs are unpacked to
     * @param secrets holds the passwords
     * @param extraOptions settings of the server beyond ours, e.g. {@code fsync=off} for tests
     */
    public EmbeddedPostgres(Path folder, Path programs, Secrets secrets, List<String> extraOptions)
            throws IOException {
        this(folder, programs, secrets, extraOptions, Unprivileged.onThisMachine());
    }

    EmbeddedPostgres(
            Path folder,
            Path programs,
            Secrets secrets,
            List<String> extraOptions,
            Unprivileged unprivileged)
            throws IOException {
        this.folder = PrivateFolder.make(folder);
        this.cluster = folder.resolve("cluster");
        this.secrets = secrets;
        this.extraOptions = List.copyOf(extraOptions);
        this.unprivileged = unprivileged;
        this.binaries = PostgresBinaries.in(programs);
    }

    /** The server of an installation. */
    public static EmbeddedPostgres of(Settings settings, Secrets secrets) throws IOException {
        Path folder = settings.databaseFolder();
        return new EmbeddedPostgres(folder, folder, secrets, List.of());
    }

    /** Starts it; makes its data folder at the first time. */
    public void start() throws IOException {
        if (!Files.isDirectory(cluster)) {
            initialize();
        }
        stopOrphan();
        wanted = true;
        launch();
        watch();
    }

    /** Takes it as it runs now, started by another program, which also stops it. */
    public void join() throws IOException {
        port = new KeptPort(folder.resolve("port")).kept();
    }

    /** Its address for this database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The superuser, for setting up, backup and restore. */
    public DatabaseAccess.Login superuser() {
        return new DatabaseAccess.Login(SUPERUSER, secrets.text("database-admin"));
    }

    private void initialize() throws IOException {
        Path unfinished = folder.resolve("cluster.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        PrivateFolder.make(unfinished);
        Path password = Files.writeString(folder.resolve("password"), superuser().password());
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        unprivileged.handOver(folder);
        try {
            run(
                    "initdb",
                    List.of(
                            "-D",
                            unfinished.toString(),
                            "-U",
                            SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-instructions"));
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void stopOrphan() throws IOException {
        if (new PostmasterFile(cluster).server().isPresent()) {
            LOG.warn("A database server of a program that was killed still runs; it is restarted");
            stopServer();
        }
    }

    private void launch() throws IOException {
        awaitFreeData();
        port = new KeptPort(folder.resolve("port")).free();
        new PostgresOptions(port, extraOptions).writeTo(cluster);
        unprivileged.handOver(cluster);
        Path log = cluster.resolve("server.log");
        List<String> start =
                List.of(
                        "start",
                        "-w",
                        "-t",
                        "120",
                        "-s",
                        "-D",
                        cluster.toString(),
                        "-l",
                        log.toString());
        if (!call("pg_ctl", start).succeeded()) {
            throw StartRefused.because("database.start.failed", log);
        }
    }

    /**
     * After a hard kill the workers end a moment later; then the mark left behind is taken away.
     */
    private void awaitFreeData() throws IOException {
        var mark = new PostmasterFile(cluster);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (mark.isInUse()) {
            if (System.nanoTime() > end) {
                throw StartRefused.because("database.start.in-use", cluster);
            }
            pause();
        }
        mark.remove();
    }

    /** Starts it again when it ends without having been told to. */
    private void watch() throws IOException {
        new PostmasterFile(cluster)
                .server()
                .ifPresent(server -> server.onExit().thenRun(this::startAgain));
    }

    private synchronized void startAgain() {
        if (!wanted) {
            return;
        }
        LOG.error("The database server ended by itself; it is started again");
        try {
            launch();
            watch();
        } catch (IOException | RuntimeException e) {
            LOG.error("The database server could not be started again", e);
        }
    }

    private void stopServer() {
        run(
                "pg_ctl",
                List.of("stop", "-w", "-t", "60", "-s", "-m", "fast", "-D", cluster.toString()));
    }

    @Override
    public synchronized void close() throws IOException {
        wanted = false;
        if (new PostmasterFile(cluster).server().isPresent()) {
            stopServer();
        }
    }

    private void run(String program, List<String> arguments) {
        Command.Outcome outcome = call(program, arguments);
        if (!outcome.succeeded()) {
            throw StartRefused.because("database.start.command", program, outcome.output());
        }
    }

    private Command.Outcome call(String program, List<String> arguments) {
        var plain = new ArrayList<String>();
        plain.add(binaries.resolve(program).toString());
        plain.addAll(arguments);
        return Command.run(folder, unprivileged.command(plain), LOCALE);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database starts", e);
        }
    }
}
