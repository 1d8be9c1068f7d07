package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attempts around the gates with the application's own database role, {@code gongkai_app}. */
@DemoAgencyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Around the gates, with the application's own database role, there is no way")
class DatabaseAttemptsTests {
    private static final String NO_RIGHT = "42501";
    private static final String FORGED_EDITION =
            """
            INSERT INTO edition (document_id, number, revision_id, sha256, published_by, published_at)
            SELECT :%1$s, 1, id, %2$s, 1, now() FROM revision WHERE document_id = :%1$s
            """;
    private static final String FORGED_SIGNATURE =
            """
            INSERT INTO signature (document_id, revision_id, sha256, level, signer, political, secrecy,
                wording, opinion, signed_at)
            SELECT :%1$s, r.id, %2$s, '%3$s', %4$s, true, true, true, '同意', now()
            FROM revision r WHERE r.document_id = :%1$s
            """;
    private static final String FORGED_REVISION =
            """
            INSERT INTO revision (document_id, number, content, sha256, levels, findings, submitted_by, submitted_at)
            SELECT document_id, 2, content, %s, %s, '[]', submitted_by, now()
            FROM revision WHERE document_id = :sent
            """;

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired TestDatabase testDatabase;

    private String sent;
    private String approved;
    private String published;
    private String gone;

    @BeforeEach
    void prepare() {
        if (sent == null) {
            var people = DemoPeople.at(port);
            var notice = DemoPeople.notice("数据库里的通知", "<p>正文。</p>");
            sent = people.submitted(notice);
            approved = people.approved(notice);
            published = people.published(notice);
            gone = people.published(notice);
            people.step(
                            "office",
                            gone,
                            "withdraw",
                            java.util.Map.of("reason", "有误", "legalBasis", "条例第十五条"))
                    .expect(200);
            batch("open");
            batch("sealed");
            database.sql(record("gen_random_uuid()", "sealed", "DATE '2020-01-01'", "主动公开"))
                    .update();
            database.sql("INSERT INTO import_seal VALUES (" + SEALED + ", 0, '', now())").update();
        }
    }

    /** A statement and the state with which it is refused. */
    record Attempt(String name, String statement, String state) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attempt> forgeries() {
        return Stream.of(
                new Attempt("an edition of what nobody signed", edition("sent", "sha256"), "GK003"),
                new Attempt(
                        "an edition of another content",
                        edition("approved", "repeat('0', 64)"),
                        "GK001"),
                new Attempt("an edition without a number", edition("approved", "sha256"), "GK008"),
                new Attempt(
                        "an edition over a withdrawal",
                        edition("gone", "sha256").replace(", 1, id", ", 2, id"),
                        "GK009"),
                new Attempt(
                        "a second edition of one revision",
                        edition("published", "sha256").replace(", 1, id", ", 2, id"),
                        "23505"),
                new Attempt(
                        "an index number without an edition",
                        "INSERT INTO index_number VALUES (:approved, '640100-113', 2021, 0, now())",
                        "GK008"),
                new Attempt(
                        "a second index number",
                        "INSERT INTO index_number VALUES (:published, '640100-113', 2021, 0, now())",
                        "23505"),
                new Attempt(
                        "the drafter's signature",
                        signature(
                                "sent",
                                "r.sha256",
                                "SECTION_HEAD",
                                "(SELECT min(person_id) FROM drafter WHERE document_id = :sent)"),
                        "GK004"),
                new Attempt(
                        "a signature for another content",
                        signature("sent", "repeat('0', 64)", "SECTION_HEAD", "999"),
                        "GK001"),
                new Attempt(
                        "a signature out of turn",
                        signature("sent", "r.sha256", "DEPUTY_LEADER", "999"),
                        "GK003"),
                new Attempt(
                        "a signature at a level that there is not",
                        signature("sent", "r.sha256", "NOBODY", "999"),
                        "GK003"),
                new Attempt(
                        "a second signature at one level",
                        signature("approved", "r.sha256", "SECTION_HEAD", "999"),
                        "23505"),
                new Attempt(
                        "one person at two levels",
                        signature(
                                "approved",
                                "r.sha256",
                                "DEPUTY_LEADER",
                                "(SELECT signer FROM signature s WHERE s.revision_id = r.id AND level ="
                                        + " 'SECTION_HEAD')"),
                        "GK005"),
                new Attempt(
                        "the drafter's signature by a deputy",
                        forSomebody(
                                "sent",
                                "(SELECT min(person_id) FROM drafter WHERE document_id = :sent)"),
                        "GK004"),
                new Attempt(
                        "one person at two levels by a deputy",
                        forSomebody(
                                        "approved",
                                        "(SELECT signer FROM signature s WHERE s.revision_id = r.id AND level ="
                                                + " 'SECTION_HEAD')")
                                .replace("'SECTION_HEAD', 999", "'DEPUTY_LEADER', 999"),
                        "GK005"),
                new Attempt(
                        "the drafter's word for a signature on paper",
                        signature("sent", "r.sha256", "SECTION_HEAD", "999")
                                .replace("signed_at)", "signed_at, scan_sha256, confirmed_by)")
                                .replace(
                                        "now()",
                                        "now(), repeat('0', 64), (SELECT min(person_id) FROM drafter WHERE"
                                                + " document_id = :sent)"),
                        "GK011"),
                new Attempt(
                        "a signature with a gate closed",
                        signature("sent", "r.sha256", "SECTION_HEAD", "999")
                                .replace("true, true, true", "true, false, true"),
                        "23514"),
                new Attempt(
                        "a route without the secrecy review",
                        revision("sha256", "'{SECTION_HEAD,DEPUTY_LEADER}'"),
                        "23514"),
                new Attempt("a route without any level", revision("sha256", "'{}'"), "23514"),
                new Attempt(
                        "a route in the wrong order",
                        revision("sha256", "'{DEPUTY_LEADER,SECRECY_REVIEWER,SECTION_HEAD}'"),
                        "23514"),
                new Attempt(
                        "a revision whose hash is not its content's",
                        revision("repeat('0', 64)", "levels"),
                        "23514"),
                new Attempt(
                        "an agency's route without the secrecy review",
                        "INSERT INTO review_route (agency_id, levels, set_by, set_at) VALUES"
                                + " (1, '{SECTION_HEAD,DEPUTY_LEADER}', 1, now())",
                        "23514"),
                new Attempt(
                        "a withdrawal of what is not public",
                        "INSERT INTO withdrawal (document_id, reason, legal_basis, withdrawn_by,"
                                + " withdrawn_at) VALUES (:sent, 'x', 'y', 1, now())",
                        "GK009"),
                new Attempt(
                        "another document's restoration",
                        "INSERT INTO restoration (document_id, withdrawal_id, reason, restored_by,"
                                + " restored_at) SELECT :sent, max(id), 'x', 1, now() FROM withdrawal"
                                + " WHERE document_id = :gone",
                        "GK009"),
                new Attempt(
                        "a purge by one person twice",
                        "INSERT INTO purge_word (document_id, person_id, ground, given_at) VALUES"
                                + " (:sent, 1, 'x', now()), (:sent, 1, 'x', now())",
                        "23505"));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void isNoForgery(Attempt attempt) {
        refused(attempt.statement(), attempt.state());
    }

    static Stream<Attempt> forgedImports() {
        return Stream.of(
                new Attempt(
                        "of what is here already",
                        record(":sent", "open", "DATE '2020-01-01'", "主动公开"),
                        "GK012"),
                new Attempt(
                        "into a sealed batch",
                        record("gen_random_uuid()", "sealed", "DATE '2020-01-01'", "主动公开"),
                        "GK012"),
                new Attempt(
                        "taken in at once",
                        record("gen_random_uuid()", "open", "DATE '2020-01-01'", "主动公开")
                                .replace("imported_at)", "imported_at, taken_in_at)")
                                .replace("now() FROM", "now(), now() FROM"),
                        "GK012"),
                new Attempt(
                        "published after it",
                        record("gen_random_uuid()", "open", "now() + interval '1 day'", "主动公开"),
                        "GK006"),
                new Attempt(
                        "of what was not public",
                        record("gen_random_uuid()", "open", "DATE '2020-01-01'", "依申请公开"),
                        "GK007"),
                new Attempt("approved unsealed", approval("open", "'x'", 1), "GK001"),
                new Attempt("approved in another form", approval("sealed", "'x'", 1), "GK001"),
                new Attempt(
                        "approved twice by one person",
                        approval("sealed", "s.digest", 1)
                                + " UNION ALL SELECT s.batch_id, 'LEADER', 1, NULL, s.digest, '同意', now()"
                                + " FROM import_seal s WHERE s.batch_id = "
                                + SEALED,
                        "GK005"),
                new Attempt(
                        "approved by a deputy of who approved",
                        approval("sealed", "s.digest", 1)
                                + " UNION ALL SELECT s.batch_id, 'LEADER', 2, 1, s.digest, '同意', now()"
                                + " FROM import_seal s WHERE s.batch_id = "
                                + SEALED,
                        "GK005"),
                new Attempt(
                        "taken in without approval",
                        "UPDATE import_record SET taken_in_at = now(), content = NULL WHERE batch_id = "
                                + SEALED,
                        "GK012"),
                new Attempt(
                        "asked whether approved", "SELECT import_is_approved(1, now())", NO_RIGHT),
                new Attempt("let pass", "SELECT import_lets_pass(:sent, '', now())", NO_RIGHT));
    }

    @MethodSource("forgedImports")
    void isNoForgedImport(Attempt attempt) {
        refused(attempt.statement(), attempt.state());
    }

    /** A document made of a record that one person approved is not published unsigned. */
    @Test
    void isNoImportOnOneWord() {
        database.sql(approval("sealed", "s.digest", 1)).update();
        database.sql(
                        """
                        WITH d AS (
                            INSERT INTO document (id, agency_id, section_id, column_id, kind, state, version, title,
                                attribute, created_by, created_at, changed_at)
                            SELECT document_id, agency_id, 1, 1, 'NEWS', 'PUBLISHED', 1, 'x', '主动公开', 1, now(), now()
                            FROM import_record WHERE batch_id = %1$s RETURNING id)
                        INSERT INTO draft SELECT document_id, content, sha256, 1, now()
                        FROM import_record WHERE batch_id = %1$s
                        """
                                .formatted(SEALED))
                .update();
        database.sql(
                        """
                        INSERT INTO revision (document_id, number, content, sha256, levels, findings, submitted_by,
                            submitted_at)
                        SELECT document_id, 1, content, sha256, '{SECTION_HEAD,SECRECY_REVIEWER,DEPUTY_LEADER}',
                            '[]', 1, now() FROM import_record WHERE batch_id = %s
                        """
                                .formatted(SEALED))
                .update();

        refused(
                """
                INSERT INTO edition (document_id, number, revision_id, sha256, published_by, published_at)
                SELECT r.document_id, 1, r.id, r.sha256, 1, now()
                FROM revision r JOIN import_record i ON i.document_id = r.document_id WHERE i.batch_id = %s
                """
                        .formatted(SEALED),
                "GK003");
    }

    static Stream<Attempt> directWrites() {
        return Stream.of(
                new Attempt("show", "SELECT show_to_public(:approved)", NO_RIGHT),
                new Attempt("hide", "SELECT hide_from_public(:published)", NO_RIGHT),
                new Attempt(
                        "a line of its own",
                        "INSERT INTO public_document SELECT * FROM public_document WHERE document_id ="
                                + " :published",
                        NO_RIGHT),
                new Attempt(
                        "another title",
                        "UPDATE public_document SET title = 'x' WHERE document_id = :published",
                        NO_RIGHT),
                new Attempt(
                        "a file",
                        "INSERT INTO public_file VALUES (:published, repeat('0', 64), 'x', 'y', 'image')",
                        NO_RIGHT),
                new Attempt(
                        "the next number", "UPDATE index_counter SET last = last + 1", NO_RIGHT),
                new Attempt("the clock", "UPDATE publication_clock SET latest = now()", NO_RIGHT),
                new Attempt(
                        "what was signed",
                        "UPDATE revision SET content = '{}' WHERE document_id = :approved",
                        NO_RIGHT),
                new Attempt(
                        "who drafted",
                        "UPDATE drafter SET person_id = 1 WHERE document_id = :approved",
                        NO_RIGHT),
                new Attempt(
                        "who is responsible",
                        "UPDATE document SET created_by = 1 WHERE id = :approved",
                        NO_RIGHT),
                new Attempt("a gate away", "DROP TRIGGER edition_gate ON edition", NO_RIGHT),
                new Attempt("a gate open", "ALTER TABLE edition DISABLE TRIGGER ALL", NO_RIGHT),
                new Attempt("no gate", "SET session_replication_role = replica", NO_RIGHT),
                new Attempt("the owner", "SET ROLE gongkai_owner", NO_RIGHT),
                new Attempt("a table", "CREATE TABLE public.mine (id int)", NO_RIGHT),
                new Attempt(
                        "a gate of its own",
                        "CREATE FUNCTION public.edition_gate() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                        NO_RIGHT),
                new Attempt("a program", "COPY document TO PROGRAM 'true'", NO_RIGHT));
    }

    @ParameterizedTest
    @MethodSource("directWrites")
    void isNoDirectWrite(Attempt attempt) {
        refused(attempt.statement(), attempt.state());
    }

    /** Whoever changes a draft is its drafter; nobody can forget to say so. */
    @Test
    void writesNoDraftUnseen() {
        var id =
                java.util.UUID.fromString(
                        DemoPeople.at(port).draft(DemoPeople.notice("无人起草", "<p>文。</p>")));
        database.sql("UPDATE draft SET edited_by = 999 WHERE document_id = ?").param(id).update();

        assertThat(
                        database.sql("SELECT person_id FROM drafter WHERE document_id = ?")
                                .param(id)
                                .query(Long.class)
                                .list())
                .contains(999L);
    }

    /** PostgreSQL only warns of a right that somebody has not to give. */
    @Test
    void givesItselfNoRight() {
        run(database, "GRANT UPDATE, DELETE ON edition, signature, public_document TO gongkai_app");

        refused("UPDATE edition SET number = number", NO_RIGHT);
        refused("DELETE FROM public_document", NO_RIGHT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document",
                "draft",
                "drafter",
                "revision",
                "signature",
                "review_return",
                "finding_override",
                "index_counter",
                "index_number",
                "edition",
                "publication_clock",
                "withdrawal",
                "restoration",
                "purge_word",
                "document_step",
                "assessment",
                "review_route",
                "public_document",
                "public_file",
                "import_batch",
                "import_record",
                "import_seal",
                "import_approval",
                "import_discard",
                "audit_entry"
            })
    void deletesNothing(String table) {
        refused("DELETE FROM " + table, NO_RIGHT);
        refused("TRUNCATE " + table + " CASCADE", NO_RIGHT);
    }

    @ParameterizedTest
    @CsvSource({
        "drafter, since",
        "revision, findings",
        "signature, opinion",
        "review_return, reason",
        "finding_override, reason",
        "index_number, sequence",
        "edition, published_at",
        "withdrawal, reason",
        "restoration, reason",
        "purge_word, ground",
        "document_step, note",
        "review_route, levels",
        "import_batch, source_name",
        "import_record, original_published_at",
        "import_record, sha256",
        "import_seal, digest",
        "import_approval, opinion",
        "import_discard, reason",
        "audit_entry, action"
    })
    void rewritesNoRecord(String table, String column) {
        refused("UPDATE " + table + " SET " + column + " = " + column, NO_RIGHT);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE FROM signature", "UPDATE signature SET opinion = 'x'",
                "UPDATE edition SET number = 9",
        "DELETE FROM edition", "UPDATE index_number SET sequence = 9", "DELETE FROM index_number",
        "DELETE FROM document", "DELETE FROM revision", "DELETE FROM withdrawal",
        "DELETE FROM document_step"
    })
    void isKeptEvenFromTheOwner(String statement) {
        assertThat(state(JdbcClient.create(testDatabase.owner()), statement)).isEqualTo("GK010");
    }

    @Test
    void leavesEverythingAsItWas() {
        assertThat(List.of(isPublic(sent), isPublic(approved), isPublic(published), isPublic(gone)))
                .containsExactly(false, false, true, false);
    }

    private void refused(String statement, String state) {
        var before = shown();
        assertThat(state(database, statement)).as(statement).isEqualTo(state);
        assertThat(shown()).isEqualTo(before);
    }

    private String state(JdbcClient client, String statement) {
        var failure = catchThrowable(() -> run(client, statement));
        assertThat(failure).as(statement).isInstanceOf(DataAccessException.class);
        return ((SQLException) ((DataAccessException) failure).getMostSpecificCause())
                .getSQLState();
    }

    private void run(JdbcClient client, String statement) {
        var prepared =
                client.sql(statement)
                        .param("sent", java.util.UUID.fromString(sent))
                        .param("approved", java.util.UUID.fromString(approved))
                        .param("published", java.util.UUID.fromString(published))
                        .param("gone", java.util.UUID.fromString(gone));
        if (statement.startsWith("SELECT")) {
            prepared.query((row, number) -> true).list();
        } else {
            prepared.update();
        }
    }

    private List<String> shown() {
        return database.sql(
                        """
                        SELECT document_id || title || edition_id FROM public_document
                        UNION ALL SELECT document_id || sha256 FROM public_file
                        UNION ALL SELECT prefix || year || sequence FROM index_number ORDER BY 1
                        """)
                .query(String.class)
                .list();
    }

    private boolean isPublic(String id) {
        return shown().stream().anyMatch(it -> it.startsWith(id));
    }

    private static String edition(String document, String sha256) {
        return FORGED_EDITION.formatted(document, sha256);
    }

    private static String signature(String document, String sha256, String level, String signer) {
        return FORGED_SIGNATURE.formatted(document, sha256, level, signer);
    }

    private static String forSomebody(String document, String absent) {
        return signature(document, "r.sha256", "SECTION_HEAD", "999")
                .replace("signer, political", "signer, on_behalf_of, political")
                .replace("999, true", "999, " + absent + ", true");
    }

    private static final String SEALED =
            "(SELECT id FROM import_batch WHERE source_name = 'sealed')";

    private void batch(String name) {
        database.sql(
                        "INSERT INTO import_batch (agency_id, source_name, source_address, begun_at)"
                                + " VALUES (1, ?, 'http://old.example.gov.cn', now())")
                .param(name)
                .update();
    }

    private static String record(String document, String batch, String at, String attribute) {
        return """
        INSERT INTO import_record (document_id, batch_id, agency_id, source_key, row_number, section_id,
            column_id, content, sha256, original_published_at, prefix, year, held, findings, imported_at)
        SELECT %s, b.id, b.agency_id, gen_random_uuid()::text, 1, 1, 1, c.content,
            encode(sha256(convert_to(c.content, 'UTF8')), 'hex'), %s, '640100-113', 2020, false, '[]', now()
        FROM import_batch b CROSS JOIN (SELECT '{"attribute":"%s"}' AS content) c WHERE b.source_name = '%s'
        """
                .formatted(document, at, attribute, batch);
    }

    private static String approval(String batch, String digest, int person) {
        return """
        INSERT INTO import_approval (batch_id, office, person_id, on_behalf_of, digest, opinion, approved_at)
        SELECT b.id, 'DISCLOSURE_OFFICE', %d, NULL, %s, '同意', now()
        FROM import_batch b LEFT JOIN import_seal s ON s.batch_id = b.id WHERE b.source_name = '%s'
        """
                .formatted(person, digest, batch);
    }

    private static String revision(String sha256, String levels) {
        return FORGED_REVISION.formatted(sha256, levels);
    }
}
