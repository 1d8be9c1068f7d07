package org.gongkai.opengov.redaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.redaction.ReleasedCopy.State;
import org.gongkai.platform.files.FileReferences;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The register of jobs, their marks and the copies made of them (区分处理台账). */
@Repository
class RedactionJobs implements FileReferences {
    private final JdbcClient database;
    private final JsonMapper json;

    RedactionJobs(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public boolean needs(String sha256) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM redaction_job WHERE sha256 = :it) OR EXISTS"
                                + " (SELECT 1 FROM redaction_release WHERE sha256 = :it)")
                .param("it", sha256)
                .query(Boolean.class)
                .single();
    }

    long add(RedactionJob job, int year) {
        return database.sql(
                        """
                        INSERT INTO redaction_job (agency_id, section_id, number, title, case_key,
                            sha256, file_name, media_type, size_bytes, pages, opened_by, opened_at)
                        VALUES (:agency, :section, :number, :title, :case, :sha256, :name, :type,
                            :size, :pages, :by, :at) RETURNING id
                        """)
                .param("agency", job.agency().value())
                .param("section", job.section().value())
                .param("number", nextNumber(year))
                .param("title", job.title())
                .param("case", job.caseKey())
                .param("sha256", job.source().sha256())
                .param("name", job.source().safeName())
                .param("type", job.source().mediaType())
                .param("size", job.source().size())
                .param("pages", job.pages())
                .param("by", job.openedBy().value())
                .param("at", moment(job.openedAt()))
                .query(Long.class)
                .single();
    }

    private String nextNumber(int year) {
        var number =
                database.sql(
                                """
                                INSERT INTO redaction_counter AS c (year, last) VALUES (?, 1)
                                ON CONFLICT (year) DO UPDATE SET last = c.last + 1 RETURNING c.last
                                """)
                        .param(year)
                        .query(Integer.class)
                        .single();
        return "QF-%04d-%05d".formatted(year, number);
    }

    Optional<RedactionJob> find(long id) {
        return database.sql("SELECT * FROM redaction_job WHERE id = ?")
                .param(id)
                .query(RedactionJobs::readJob)
                .optional();
    }

    /** The job, which nobody else changes meanwhile. */
    Optional<RedactionJob> locked(long id) {
        return database.sql("SELECT * FROM redaction_job WHERE id = ? FOR UPDATE")
                .param(id)
                .query(RedactionJobs::readJob)
                .optional();
    }

    List<RedactionJob> ofCase(String caseKey) {
        return database.sql("SELECT * FROM redaction_job WHERE case_key = ? ORDER BY id")
                .param(caseKey)
                .query(RedactionJobs::readJob)
                .list();
    }

    /**
     * A part of the list, newest first.
     *
     * @param sections only of these; null for all of the agency
     */
    List<RedactionJob> list(
            AgencyId agency, @Nullable Collection<SectionId> sections, int skip, int limit) {
        return database.sql(
                        """
                        SELECT * FROM redaction_job WHERE agency_id = :agency
                            AND (:all OR section_id = ANY (CAST(:sections AS bigint[])))
                        ORDER BY id DESC OFFSET :skip LIMIT :limit
                        """)
                .param("agency", agency.value())
                .param("all", sections == null)
                .param("sections", numbers(sections))
                .param("skip", skip)
                .param("limit", limit)
                .query(RedactionJobs::readJob)
                .list();
    }

    long count(AgencyId agency, @Nullable Collection<SectionId> sections) {
        return database.sql(
                        """
                        SELECT count(*) FROM redaction_job WHERE agency_id = :agency
                            AND (:all OR section_id = ANY (CAST(:sections AS bigint[])))
                        """)
                .param("agency", agency.value())
                .param("all", sections == null)
                .param("sections", numbers(sections))
                .query(Long.class)
                .single();
    }

    private static Long[] numbers(@Nullable Collection<SectionId> sections) {
        return sections == null
                ? new Long[0]
                : sections.stream().map(SectionId::value).toArray(Long[]::new);
    }

    /** The marks that stand, in the order in which they were made. */
    List<JobMark> marks(long job) {
        return database.sql(
                        "SELECT * FROM redaction_mark WHERE job_id = ? AND removed_at IS NULL"
                                + " ORDER BY id")
                .param(job)
                .query(RedactionJobs::readMark)
                .list();
    }

    /** Marks by their numbers, whether they still stand or not. */
    List<JobMark> marks(List<Long> numbers) {
        return database.sql(
                        "SELECT * FROM redaction_mark WHERE id = ANY (CAST(? AS bigint[]))"
                                + " ORDER BY id")
                .param(numbers.toArray(Long[]::new))
                .query(RedactionJobs::readMark)
                .list();
    }

    long add(long job, Mark mark, int places, PersonId by, Instant at) {
        var box = mark instanceof Mark.Area area ? area.box() : null;
        var passage = mark instanceof Mark.Passage it ? it : null;
        var page = mark instanceof Mark.Area area ? Integer.valueOf(area.page()) : null;
        var id =
                database.sql(
                                """
                                INSERT INTO redaction_mark (job_id, quote, page, box_left, box_top,
                                    box_right, box_bottom, ground, law, reason, elsewhere_allowed,
                                    places, marked_by, marked_at)
                                VALUES (:job, :quote, :page, :left, :top, :right, :bottom, :ground,
                                    :law, :reason, :elsewhere, :places, :by, :at) RETURNING id
                                """)
                        .param("job", job)
                        .param("quote", passage == null ? null : passage.quote())
                        .param("page", passage == null ? page : passage.page())
                        .param("left", box == null ? null : box.left())
                        .param("top", box == null ? null : box.top())
                        .param("right", box == null ? null : box.right())
                        .param("bottom", box == null ? null : box.bottom())
                        .param("ground", mark.basis().ground().name())
                        .param("law", mark.basis().law())
                        .param("reason", mark.basis().reason())
                        .param("elsewhere", mark.elsewhereAllowed())
                        .param("places", places)
                        .param("by", by.value())
                        .param("at", moment(at))
                        .query(Long.class)
                        .single();
        changed(job);
        return id;
    }

    /** Whether it still stood. */
    boolean takeBack(long job, long mark, PersonId by, Instant at) {
        boolean stood =
                database.sql(
                                        "UPDATE redaction_mark SET removed_by = ?, removed_at = ?"
                                                + " WHERE id = ? AND job_id = ? AND removed_at IS NULL")
                                .params(by.value(), moment(at), mark, job)
                                .update()
                        == 1;
        if (stood) {
            changed(job);
        }
        return stood;
    }

    private void changed(long job) {
        database.sql("UPDATE redaction_job SET version = version + 1 WHERE id = ?")
                .param(job)
                .update();
    }

    long ask(RedactionJob job, List<Long> marks, PersonId by, Instant at) {
        return database.sql(
                        """
                        INSERT INTO redaction_release
                            (job_id, job_version, marks, state, asked_by, asked_at)
                        VALUES (:job, :version, CAST(:marks AS jsonb), 'WAITING', :by, :at)
                        RETURNING id
                        """)
                .param("job", job.id())
                .param("version", job.version())
                .param("marks", json.writeValueAsString(marks))
                .param("by", by.value())
                .param("at", moment(at))
                .query(Long.class)
                .single();
    }

    /** The copies of a job, newest first. */
    List<ReleasedCopy> copies(long job) {
        return database.sql("SELECT * FROM redaction_release WHERE job_id = ? ORDER BY id DESC")
                .param(job)
                .query(this::readCopy)
                .list();
    }

    /** The oldest that is still to be made, also one whose program died. */
    Optional<ReleasedCopy> nextToMake() {
        return database.sql(
                        "SELECT * FROM redaction_release WHERE state IN ('WAITING', 'RUNNING')"
                                + " ORDER BY id LIMIT 1")
                .query(this::readCopy)
                .optional();
    }

    void advance(long copy, int pagesDone) {
        database.sql(
                        "UPDATE redaction_release SET state = 'RUNNING', pages_done = ? WHERE id = ?"
                                + " AND state IN ('WAITING', 'RUNNING')")
                .params(pagesDone, copy)
                .update();
    }

    void done(long copy, StoredFile file, Redaction.Release release, Instant at) {
        database.sql(
                        """
                        UPDATE redaction_release SET state = 'DONE', sha256 = :sha256,
                            file_name = :name, parts = CAST(:parts AS jsonb),
                            proof = CAST(:proof AS jsonb), ended_at = :at
                        WHERE id = :id AND state = 'RUNNING'
                        """)
                .param("sha256", file.sha256())
                .param("name", file.safeName())
                .param("parts", json.writeValueAsString(release.parts()))
                .param("proof", json.writeValueAsString(release.proof()))
                .param("at", moment(at))
                .param("id", copy)
                .update();
    }

    void refused(long copy, String why, Instant at) {
        database.sql(
                        "UPDATE redaction_release SET state = 'REFUSED', refusal = ?, ended_at = ?"
                                + " WHERE id = ? AND state IN ('WAITING', 'RUNNING')")
                .params(why, moment(at), copy)
                .update();
    }

    private static RedactionJob readJob(ResultSet row, int number) throws SQLException {
        return new RedactionJob(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                new SectionId(row.getLong("section_id")),
                row.getString("number"),
                row.getString("title"),
                row.getString("case_key"),
                new StoredFile(
                        row.getString("sha256"),
                        row.getLong("size_bytes"),
                        row.getString("media_type"),
                        row.getString("file_name")),
                row.getInt("pages"),
                new PersonId(row.getLong("opened_by")),
                row.getTimestamp("opened_at").toInstant(),
                row.getLong("version"));
    }

    private static JobMark readMark(ResultSet row, int number) throws SQLException {
        var basis =
                new Basis(
                        Ground.valueOf(row.getString("ground")),
                        row.getString("law"),
                        row.getString("reason"));
        boolean elsewhere = row.getBoolean("elsewhere_allowed");
        var quote = row.getString("quote");
        var page = (Integer) row.getObject("page");
        Mark mark =
                quote == null
                        ? new Mark.Area(
                                Objects.requireNonNull(page),
                                new Box(
                                        row.getDouble("box_left"),
                                        row.getDouble("box_top"),
                                        row.getDouble("box_right"),
                                        row.getDouble("box_bottom")),
                                basis,
                                elsewhere)
                        : new Mark.Passage(quote, page, basis, elsewhere);
        return new JobMark(
                row.getLong("id"),
                mark,
                row.getInt("places"),
                new PersonId(row.getLong("marked_by")),
                row.getTimestamp("marked_at").toInstant());
    }

    private ReleasedCopy readCopy(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        var parts = row.getString("parts");
        var proof = row.getString("proof");
        return new ReleasedCopy(
                row.getLong("id"),
                row.getLong("job_id"),
                row.getLong("job_version"),
                Arrays.asList(json.readValue(row.getString("marks"), Long[].class)),
                State.valueOf(row.getString("state")),
                row.getInt("pages_done"),
                new PersonId(row.getLong("asked_by")),
                row.getTimestamp("asked_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("sha256"),
                row.getString("file_name"),
                parts == null
                        ? List.of()
                        : Arrays.asList(json.readValue(parts, RemovedPart[].class)),
                proof == null ? null : json.readValue(proof, Proof.class),
                row.getString("refusal"));
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
