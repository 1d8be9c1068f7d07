package org.gongkai.opengov.inspections.draws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What opens the certificate of a visit while not everybody may see it (凭证码): it stands in the QR
 * code that the officers show at the door.
 */
@Repository
class CertificateCodes {
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int SIGNS = 20;

    private final JdbcClient database;
    private final DataSource source;
    private final RandomBytes random;

    CertificateCodes(JdbcClient database, DataSource source, RandomBytes random) {
        this.database = database;
        this.source = source;
        this.random = random;
    }

    /** Whose certificate it is. */
    record Coded(long draw, int t) {}

    void make(long draw, int visits) {
        CopyRows.into(
                source,
                "inspection_draw_certificate (draw_id, t, code)",
                to -> {
                    for (var t = 0; t < visits; t++) {
                        to.row(draw, t, code());
                    }
                });
    }

    String of(long draw, int t) {
        return database.sql(
                        "SELECT code FROM inspection_draw_certificate WHERE draw_id = ? AND t = ?")
                .params(draw, t)
                .query(String.class)
                .single();
    }

    /** The codes of a draw, by visit. */
    Map<Integer, String> of(long draw) {
        var codes = new HashMap<Integer, String>();
        RowCallbackHandler reading = row -> codes.put(row.getInt(1), row.getString(2));
        database.sql("SELECT t, code FROM inspection_draw_certificate WHERE draw_id = ?")
                .param(draw)
                .query(reading);
        return codes;
    }

    Optional<Coded> find(String code) {
        return database.sql("SELECT draw_id, t FROM inspection_draw_certificate WHERE code = ?")
                .param(code)
                .query((row, _) -> new Coded(row.getLong(1), row.getInt(2)))
                .optional();
    }

    private String code() {
        var code = new StringBuilder(SIGNS);
        for (var at = 0; at < SIGNS; at++) {
            code.append(ALPHABET.charAt(random.source().nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
