package org.gongkai.opengov.inspections.draws;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A log that takes no leaf (日志故障): what has no leaf must not have happened. */
final class LogTrouble {
    private LogTrouble() {}

    static void begin(JdbcClient owner) {
        owner.sql(
                        """
                        CREATE OR REPLACE FUNCTION log_trouble() RETURNS trigger LANGUAGE plpgsql AS
                        'BEGIN RAISE EXCEPTION ''The log is in trouble''; END'
                        """)
                .update();
        owner.sql(
                        "CREATE TRIGGER trouble BEFORE INSERT ON log_entry FOR EACH ROW EXECUTE"
                                + " FUNCTION log_trouble()")
                .update();
    }

    static void end(JdbcClient owner) {
        owner.sql("DROP TRIGGER trouble ON log_entry").update();
    }
}
