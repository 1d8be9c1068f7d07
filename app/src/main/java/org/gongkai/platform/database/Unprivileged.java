package org.gongkai.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.platform.settings.StartRefused;

/**
 * How PostgreSQL is run without the rights of root (非特权运行), which it refuses to have.
 *
 * <p>An ordinary user runs it directly. Root runs it in a user name space of its own, or, where the
 * machine does not allow that, as the user {@code nobody}, who then owns the data.
 */
enum Unprivileged {
    /** Nothing to do. */
    DIRECT(List.of()),
    /** Root without root's rights; files stay root's. */
    NAME_SPACE(List.of("unshare", "-U")),
    /** Another user, who owns the files. */
    NOBODY(List.of("runuser", "-u", "nobody", "--"));

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The way that this machine allows. */
    static Unprivileged onThisMachine() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return DIRECT;
        }
        return Stream.of(NAME_SPACE, NOBODY)
                .filter(way -> Command.succeeds(way.command(List.of("true"))))
                .findFirst()
                .orElseThrow(() -> StartRefused.because("database.start.root"));
    }

    /** The command as it has to be called. */
    List<String> command(List<String> plain) {
        return Stream.concat(prefix.stream(), plain.stream()).toList();
    }

    /** Hands a folder with all in it to the user that PostgreSQL runs as. */
    void handOver(Path folder) throws IOException {
        if (this != NOBODY) {
            return;
        }
        var nobody =
                folder.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName("nobody");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                Files.getFileAttributeView(each, PosixFileAttributeView.class).setOwner(nobody);
            }
        }
    }
}
