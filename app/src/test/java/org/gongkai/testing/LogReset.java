package org.gongkai.testing;

import java.util.Map;
import java.util.WeakHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the transparency log back to where the program began before each test, as the clock is: a
 * replayed log whose time runs backwards is refused by everybody. Only the owner of the tables can
 * do this, with the triggers off.
 */
final class LogReset {
    private static final Map<TestDatabase, Long> BEGAN = new WeakHashMap<>();

    private LogReset() {}

    static synchronized void of(TestDatabase database) {
        var owner = JdbcClient.create(database.owner());
        var size = owner.sql("SELECT size FROM log_head").query(Long.class).single();
        var began = BEGAN.putIfAbsent(database, size);
        if (began == null || began.equals(size)) {
            return;
        }
        owner.sql(
                        """
                        DO $$ BEGIN
                            ALTER TABLE log_entry DISABLE TRIGGER USER;
                            ALTER TABLE log_tile DISABLE TRIGGER USER;
                            ALTER TABLE log_checkpoint DISABLE TRIGGER USER;
                            ALTER TABLE log_cosignature DISABLE TRIGGER USER;
                            ALTER TABLE log_key DISABLE TRIGGER USER;
                            DELETE FROM log_cosignature;
                            DELETE FROM log_checkpoint;
                            DELETE FROM log_tile;
                            DELETE FROM log_fault;
                            DELETE FROM log_opening WHERE leaf_index >= %1$d;
                            DELETE FROM log_entry WHERE leaf_index >= %1$d;
                            DELETE FROM log_key WHERE %1$d = 0;
                            UPDATE log_head SET size = %1$d,
                                declared = (SELECT max(declared) FROM log_entry);
                            ALTER TABLE log_entry ENABLE TRIGGER USER;
                            ALTER TABLE log_tile ENABLE TRIGGER USER;
                            ALTER TABLE log_checkpoint ENABLE TRIGGER USER;
                            ALTER TABLE log_cosignature ENABLE TRIGGER USER;
                            ALTER TABLE log_key ENABLE TRIGGER USER;
                        END $$
                        """
                                .formatted(began))
                .update();
    }
}
