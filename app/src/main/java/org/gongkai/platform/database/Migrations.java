package org.gongkai.platform.database;

import java.io.IOException;
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

    private Migrations() {}

    /** Runs what has not run yet. */
    public static void run(String url, Login owner) throws IOException {
        for (String module : modules()) {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(url, owner.role(), owner.password())
                    .locations("classpath:db/migration/" + module)
                    .table("flyway_history_" + module)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .placeholderReplacement(false)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        }
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
