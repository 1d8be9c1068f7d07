package org.gongkai.platform.database;

import java.io.IOException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.gongkai.platform.database.DatabaseAccess.Login;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The steps that bring the tables to this version (数据库迁移): one numbered series for each module, in
 * {@code db/migration/<module>}, each with its own history; run by the owner, in order of name.
 */
public final class Migrations {
    private static final Pattern MODULE = Pattern.compile("db/migration/([a-z]+)/[^/]+$");

    /** How each history table's name begins. */
    public static final String HISTORY = "flyway_history_";

    private Migrations() {}

    /** Runs what has not run yet. */
    public static void run(String url, Login owner) throws IOException {
        for (String module : modules()) {
            run(url, owner, module, "latest");
        }
    }

    /** Runs the series of these modules up to these versions, as a backup found them. */
    public static void run(String url, Login owner, SortedMap<String, String> versions) {
        versions.forEach((module, version) -> run(url, owner, module, version));
    }

    /** Whether this program has the step, so that data of that version can be read. */
    public static boolean know(String module, String version) throws IOException {
        String step = "classpath*:db/migration/" + module + "/V" + version + "__*.sql";
        return new PathMatchingResourcePatternResolver(Migrations.class.getClassLoader())
                        .getResources(step)
                        .length
                > 0;
    }

    /** Whether nothing of this version is left to run. */
    static boolean areDone(String url, Login owner) throws IOException {
        for (String module : modules()) {
            if (configured(url, owner, module, "latest").info().pending().length > 0) {
                return false;
            }
        }
        return true;
    }

    /** The table that holds the history of a module's series. */
    public static String historyTable(String module) {
        return HISTORY + module;
    }

    private static void run(String url, Login owner, String module, String version) {
        configured(url, owner, module, version).migrate();
    }

    private static Flyway configured(String url, Login owner, String module, String version) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, owner.role(), owner.password())
                .locations("classpath:db/migration/" + module)
                .target(version)
                .table(historyTable(module))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholderReplacement(false)
                .cleanDisabled(true)
                .load();
    }

    private static SortedSet<String> modules() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver(Migrations.class.getClassLoader());
        var modules = new TreeSet<String>();
        for (Resource each : resolver.getResources("classpath*:db/migration/*/V*.sql")) {
            var found = MODULE.matcher(each.getURL().toString());
            if (found.find()) {
                modules.add(found.group(1));
            }
        }
        return modules;
    }
}
