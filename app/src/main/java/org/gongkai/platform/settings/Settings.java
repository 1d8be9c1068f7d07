package org.gongkai.platform.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The few settings of an installation (运行设置), read from the environment and checked at start.
 *
 * @param home the data folder, {@code GONGKAI_HOME}
 * @param port the port that answers, {@code GONGKAI_PORT}
 * @param bind the address that answers, {@code GONGKAI_BIND}
 * @param databaseUrl an external PostgreSQL, {@code GONGKAI_DB_URL}; empty for the embedded one
 * @param site beginning of the public addresses, {@code GONGKAI_SITE}; see {@link SiteAddress}
 * @param production whether real work is done here (正式运行) rather than an evaluation (试用)
 * @param clockStart the moment at which an evaluation's clock starts, {@code GONGKAI_CLOCK}
 */
public record Settings(
        Path home,
        int port,
        String bind,
        Optional<String> databaseUrl,
        Optional<URI> site,
        boolean production,
        Optional<OffsetDateTime> clockStart) {

    /** Whether only this machine is answered. */
    public boolean onLoopback() {
        return bind.equals("localhost")
                || bind.equals("::1")
                || bind.equals("[::1]")
                || bind.startsWith("127.");
    }

    /** Whether the accounts of the demo agency may sign in (演示账号): evaluation on loopback only. */
    public boolean acceptsDemoAccounts() {
        return !production && onLoopback();
    }

    /** Where stored files (附件) lie. */
    public Path filesFolder() {
        return home.resolve("files");
    }

    /** Where generated passwords and keys (密钥) lie, readable by the operator alone. */
    public Path secretsFolder() {
        return home.resolve("secrets");
    }

    /** Where the embedded database lies. */
    public Path databaseFolder() {
        return home.resolve("postgres");
    }

    /** Where the search index lies; it can be rebuilt and is not backed up. */
    public Path indexFolder() {
        return home.resolve("index");
    }
}
