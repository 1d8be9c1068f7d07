package org.gongkai.opengov.inspections.registers;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gongkai.platform.settings.SecretBox;
import org.gongkai.platform.settings.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written about a recusal (回避情况说明): an officer's private affair, sealed and apart. */
@Repository
class RecusalNotes {
    private final JdbcClient database;
    private final SecretBox box;

    RecusalNotes(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.box = new SecretBox(secrets, "inspection-recusal-note");
    }

    Optional<String> find(long recusal) {
        return database.sql("SELECT sealed FROM inspection_recusal_note WHERE recusal_id = ?")
                .param(recusal)
                .query(byte[].class)
                .optional()
                .map(it -> new String(box.open(it, place(recusal)), StandardCharsets.UTF_8));
    }

    void keep(long recusal, String note) {
        database.sql("INSERT INTO inspection_recusal_note (recusal_id, sealed) VALUES (?, ?)")
                .params(recusal, box.close(note.getBytes(StandardCharsets.UTF_8), place(recusal)))
                .update();
    }

    private static String place(long recusal) {
        return "inspection-recusal-note:" + recusal;
    }
}
