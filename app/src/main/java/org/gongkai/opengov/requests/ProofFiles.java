package org.gongkai.opengov.requests;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.files.ExaminedFile;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.settings.SecretBox;
import org.gongkai.platform.settings.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Pictures of identity papers and scans of mandates (证明材料), sealed and apart from the case (个人信息保护法
 * arts. 28, 51). They go with the identity: the database sees to it (ADR 0194).
 */
@Repository
class ProofFiles {
    /** A form is filled in and sent within this time. */
    private static final Duration WAITS = Duration.ofDays(1);

    /** The most that wait for their forms, together. */
    private static final long WAITING = 2_000;

    private final JdbcClient database;
    private final SecretBox box;
    private final RequestKeys keys;
    private final Clock clock;

    ProofFiles(JdbcClient database, Secrets secrets, RequestKeys keys, Clock clock) {
        this.database = database;
        this.box = new SecretBox(secrets, "request-proof-file");
        this.keys = keys;
        this.clock = clock;
    }

    /** A content with its kind, for whoever may see it. */
    record Opened(ProofFile file, byte[] content) {}

    /** Keeps one for a form that is not sent yet; the code by which the form names it. */
    String keep(ProofKind what, ExaminedFile file) {
        var now = clock.instant();
        database.sql("DELETE FROM request_proof WHERE case_id IS NULL AND kept_at < ?")
                .param(Timestamp.from(now.minus(WAITS)))
                .update();
        var waiting =
                database.sql("SELECT count(*) FROM request_proof WHERE case_id IS NULL")
                        .query(Long.class)
                        .single();
        if (waiting >= WAITING) {
            throw Refusal.tooMany(WAITS, "requests.refusal.too-many");
        }
        var code = keys.newCode();
        var key = keys.ofCode(code);
        database.sql(
                        """
                        INSERT INTO request_proof (code_key, what, media_type, size, sealed, kept_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        key,
                        what.name(),
                        file.kind().mediaType(),
                        file.content().length,
                        box.close(file.content(), place(key)),
                        Timestamp.from(now))
                .update();
        return code;
    }

    /** Whether the form names one that is kept. */
    boolean knows(String code, ProofKind what) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM request_proof WHERE case_id IS NULL AND"
                                + " code_key = ? AND what = ?)")
                .params(keys.ofCode(code), what.name())
                .query(Boolean.class)
                .single();
    }

    /** Puts it to a request; the parts of a split request have one each. */
    void attach(String code, ProofKind what, long request) {
        database.sql(
                        """
                        INSERT INTO request_proof (case_id, code_key, what, media_type, size, sealed, kept_at)
                        SELECT ?, code_key, what, media_type, size, sealed, kept_at FROM request_proof
                        WHERE case_id IS NULL AND code_key = ? AND what = ?
                        """)
                .params(request, keys.ofCode(code), what.name())
                .update();
    }

    List<ProofFile> of(long request) {
        return database.sql(
                        "SELECT id, what, media_type, size FROM request_proof WHERE case_id = ?"
                                + " ORDER BY id")
                .param(request)
                .query(
                        (row, _) ->
                                new ProofFile(
                                        row.getLong(1),
                                        ProofKind.valueOf(row.getString(2)),
                                        row.getString(3),
                                        row.getLong(4)))
                .list();
    }

    Optional<Opened> open(long request, long id) {
        return of(request).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .map(it -> new Opened(it, content(id)));
    }

    private byte[] content(long id) {
        return database.sql("SELECT code_key, sealed FROM request_proof WHERE id = ?")
                .param(id)
                .query((row, _) -> box.open(row.getBytes(2), place(row.getString(1))))
                .single();
    }

    private static String place(String key) {
        return "request_proof:" + key;
    }
}
