package org.gongkai.opengov.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.testing.DemoAgencyTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attempts around the gates of key projects with the program's own role, {@code gongkai_app}. */
@DemoAgencyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName(
        "Around the gates of key projects, with the database role of the program, there is no way")
class ProjectDatabaseTests {
    private static final String NO_RIGHT = "42501";

    @LocalServerPort int port;
    @Autowired JdbcClient database;

    private ProjectPeople at;
    private Map<String, Object> here;

    /** Versions of entries and consents, each short of one thing. */
    @BeforeEach
    void prepare() {
        if (here != null) {
            return;
        }
        at = new ProjectPeople(port);
        var landed = at.landed();
        var consent = at.consented(landed, "approach", "talks");
        var ended = at.consented(landed, "approach", "talks");
        var talks = at.talks(landed);
        at.screen("secrecy", landed, talks, "open", "trade-secret").expect(200);
        var unscreened = at.talks(landed);
        at.screen("secrecy", landed, unscreened, "open").expect(200);
        var closed = at.talks(landed);
        at.screen("secrecy", landed, closed, "trade-secret", "trade-secret").expect(200);
        var landing = at.written(landed, "landing", "talks");
        at.screen("secrecy", landed, landing, "open", "open").expect(200);
        var agreement = at.written(landed, "approach", "agreement");
        at.screen("secrecy", landed, agreement, "open", "open").expect(200);
        var statutory = at.written(landed, "eia", "eia");
        at.screen("secrecy", landed, statutory, "open", "open").expect(200);
        at.end(landed, ended).expect(200);
        var early = at.entered();
        var earlyConsent = at.consented(early, "approach", "talks");
        var earlyTalks = at.talks(early);
        at.screen("secrecy", early, earlyTalks, "open", "open").expect(200);
        here =
                Map.ofEntries(
                        Map.entry("landed", landed),
                        Map.entry("consent", consent),
                        Map.entry("ended", ended),
                        Map.entry("talks", version(talks)),
                        Map.entry("unscreened", version(unscreened)),
                        Map.entry("closed", version(closed)),
                        Map.entry("landing", version(landing)),
                        Map.entry("agreement", version(agreement)),
                        Map.entry("statutory", version(statutory)),
                        Map.entry("early", early),
                        Map.entry("earlyConsent", earlyConsent),
                        Map.entry("earlyTalks", version(earlyTalks)));
        assertThat(database.sql("SELECT current_user").query(String.class).single())
                .isEqualTo("gongkai_app");
    }

    private long version(long entry) {
        return database.sql("SELECT max(id) FROM project_entry_version WHERE entry_id = ?")
                .param(entry)
                .query(Long.class)
                .single();
    }

    /** A statement and the state with which it is refused. */
    record Attempt(String name, String statement, String state) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String publication(String version, String consent) {
        return """
        INSERT INTO project_publication (version_id, project_version, consent_id, document_id, sha256, last_screening,
            prepared_by, prepared_at)
        SELECT %1$s, (SELECT max(k.number) FROM key_project_version k JOIN project_entry e ON e.project_id = k.project_id
            JOIN project_entry_version v ON v.entry_id = e.id WHERE v.id = %1$s), %2$s, gen_random_uuid(), repeat('0', 64), max(screening_id), 1, now()
        FROM project_screened WHERE version_id = %1$s
        """
                .formatted(version, consent);
    }

    static Stream<Attempt> publications() {
        return Stream.of(
                new Attempt("of talks without a consent", publication(":talks", "NULL"), "GK204"),
                new Attempt(
                        "under a consent that has ended", publication(":talks", ":ended"), "GK204"),
                new Attempt(
                        "under another project's consent",
                        publication(":talks", ":earlyConsent"),
                        "GK204"),
                new Attempt(
                        "of a stage not consented to",
                        publication(":landing", ":consent"),
                        "GK204"),
                new Attempt(
                        "of a kind not consented to",
                        publication(":agreement", ":consent"),
                        "GK204"),
                new Attempt("before landing", publication(":earlyTalks", ":earlyConsent"), "GK204"),
                new Attempt(
                        "with a field that nobody screened",
                        publication(":unscreened", ":consent"),
                        "GK204"),
                new Attempt("of trade secrets alone", publication(":closed", ":consent"), "GK204"),
                new Attempt(
                        "of an older screening",
                        publication(":talks", ":consent")
                                .replace("max(screening_id)", "max(screening_id) - 1"),
                        "GK204"));
    }

    @ParameterizedTest
    @MethodSource("publications")
    void isNoPublication(Attempt attempt) {
        refused(attempt);
    }

    static Stream<Attempt> writes() {
        return Stream.of(
                new Attempt(
                        "the writer's screening",
                        """
                        INSERT INTO project_screening (field_id, outcome, ground, screened_by, screened_at)
                        SELECT max(f.id), 'OPEN', '', max(v.written_by), now() FROM project_field f
                        JOIN project_entry_version v ON v.id = f.version_id WHERE v.id = :unscreened
                        """,
                        "GK201"),
                new Attempt(
                        "a trade secret called open",
                        """
                        INSERT INTO project_screening (field_id, outcome, ground, screened_by, screened_at)
                        SELECT max(id), 'OPEN', '', 999, now() FROM project_field WHERE version_id = :closed
                        """,
                        "GK202"),
                new Attempt(
                        "something withheld without a ground",
                        """
                        INSERT INTO project_screening (field_id, outcome, ground, screened_by, screened_at)
                        SELECT max(id), 'PRIVACY', '', 999, now() FROM project_field WHERE version_id = :closed
                        """,
                        "23514"),
                new Attempt(
                        "talks called an approval",
                        """
                        INSERT INTO project_entry_version (entry_id, number, stage, kind, title, formed_on, reason,
                            written_by, written_at)
                        SELECT entry_id, 2, 'APPROACH', 'APPROVED', title, formed_on, 'x', 1, now()
                        FROM project_entry_version WHERE id = :talks
                        """,
                        "23514"),
                new Attempt(
                        "a state after landing",
                        """
                        INSERT INTO key_project_version (project_id, number, valid_from, name, builder, investor,
                            district, kind, importance, state, reason, person_id, at)
                        SELECT project_id, 2, valid_from, name, builder, investor, district, kind, importance, 'LANDED',
                            'x', 1, now() FROM key_project_version WHERE project_id = :early AND number = 1
                        """,
                        "GK203"),
                new Attempt(
                        "another outcome",
                        "UPDATE project_screening SET outcome = 'OPEN' WHERE field_id IN (SELECT id"
                                + " FROM project_field WHERE version_id = :closed)",
                        NO_RIGHT),
                new Attempt(
                        "another value",
                        "UPDATE project_field SET value = 'x' WHERE version_id = :talks",
                        NO_RIGHT),
                new Attempt(
                        "talks turned into an approval",
                        "UPDATE project_entry_version SET stage = 'EIA', kind = 'EIA' WHERE id = :talks",
                        NO_RIGHT),
                new Attempt(
                        "a wider consent",
                        "UPDATE project_consent SET stages = '{APPROACH,LANDING}' WHERE id = :consent",
                        NO_RIGHT),
                new Attempt(
                        "a consent that never ended",
                        "DELETE FROM project_consent_end WHERE consent_id = :ended",
                        NO_RIGHT),
                new Attempt(
                        "a landing on another day",
                        "UPDATE project_landing SET landed_on = '2020-01-01' WHERE project_id = :landed",
                        NO_RIGHT),
                new Attempt(
                        "an entry shown",
                        "INSERT INTO project_public_entry SELECT 1, entry_id, :landed, now() FROM"
                                + " project_entry_version WHERE id = :talks",
                        NO_RIGHT),
                new Attempt(
                        "a field shown",
                        "INSERT INTO project_public_field VALUES (1, 99, 'x', 'y', 'OPEN', '')",
                        NO_RIGHT),
                new Attempt(
                        "a value of what is withheld",
                        "UPDATE project_public_field SET value = 'x', outcome = 'OPEN'",
                        NO_RIGHT),
                new Attempt(
                        "no trace of what was taken back",
                        "DELETE FROM project_public_event WHERE project_id = :landed",
                        NO_RIGHT),
                new Attempt(
                        "the gate's own hand",
                        "SELECT project_hide(1, 'SCREENED', now())",
                        NO_RIGHT));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void isNoWrite(Attempt attempt) {
        refused(attempt);
    }

    /** One thing more, and each of them is let through. */
    @Test
    void isAWayThroughTheGates() {
        assertThat(database.sql(publication(":talks", ":consent")).params(here).update()).isOne();
        assertThat(database.sql(publication(":statutory", "NULL")).params(here).update()).isOne();
    }

    /**
     * Signed at every level, and then the consent ended: the edition is refused by the database.
     */
    @Test
    void isNoEditionOfADocumentWhoseConsentHasEnded() {
        var id = at.landed();
        var consent = at.consented(id, "approach", "talks");
        var entry = at.talks(id);
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        var document = at.approved(id, entry);
        at.end(id, consent).expect(200);

        var edition =
                """
                INSERT INTO edition (document_id, number, revision_id, sha256, published_by, published_at)
                SELECT document_id, 1, id, sha256, 1, now() FROM revision WHERE document_id = '%s'
                """
                        .formatted(document);
        refused(new Attempt("edition", edition, "GK013"));
    }

    /** A commit that would leave the older document beside the newer one is refused. */
    @Test
    void isNoSecondDocumentOfAnEntry() {
        var id = at.entered();
        var entry = at.written(id, "construction", "carried-out");
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        at.published(id, entry);
        at.people
                .as("approval-clerk")
                .put(
                        at.at(id, entry),
                        Map.of(
                                "fields",
                                List.of(Map.of("name", "内容", "value", "二期")),
                                "reason",
                                "期次有误"))
                .expect(200);
        at.screen("secrecy", id, entry, "open").expect(200);
        var document = at.approved(id, entry);

        var edition =
                """
                DO $gate$ BEGIN
                    INSERT INTO index_number (document_id, prefix, year, sequence, assigned_at)
                        VALUES ('%1$s', '640100-113', 1999, 0, now());
                    INSERT INTO edition (document_id, number, revision_id, sha256, published_by, published_at)
                        SELECT r.document_id, 1, r.id, r.sha256, 1, c.latest + interval '1 hour' FROM revision r
                        JOIN document d ON d.id = r.document_id
                        JOIN publication_clock c ON c.agency_id = d.agency_id WHERE r.document_id = '%1$s';
                END $gate$
                """
                        .formatted(document);
        refused(new Attempt("a second document", edition, "GK208"));
    }

    /** By the database alone: what rested on a consent is gone in the statement that ends it. */
    @Test
    void leavesNothingPublicWhenAConsentEnds() {
        var id = at.landed();
        var consent = at.consented(id, "approach", "talks");
        var entry = at.talks(id);
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        at.published(id, entry);
        assertThat(shown(id)).isEqualTo(2);

        database.sql("INSERT INTO project_consent_end VALUES (?, '2021-07-30', 'x', '', 1, now())")
                .param(consent)
                .update();

        assertThat(shown(id)).isZero();
    }

    private int shown(long project) {
        return database.sql(
                        "SELECT count(*) FROM project_public_field f JOIN project_public_entry e"
                                + " ON e.publication_id = f.publication_id WHERE e.project_id = ?")
                .param(project)
                .query(Integer.class)
                .single();
    }

    private void refused(Attempt attempt) {
        var failure = catchThrowable(() -> database.sql(attempt.statement()).params(here).update());

        assertThat(failure).as(attempt.name()).isInstanceOf(DataAccessException.class);
        assertThat(((DataAccessException) failure).getMostSpecificCause())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        it -> assertThat(it.getSQLState()).isEqualTo(attempt.state()));
    }
}
