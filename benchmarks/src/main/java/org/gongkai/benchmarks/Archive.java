package org.gongkai.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.gongkai.opengov.disclosures.CanonicalText;
import org.gongkai.opengov.disclosures.DocumentContent;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Fills an installation with the published documents of ten years (装入历史文件), through the database's
 * own gates: each signed at three levels by three people, numbered without gaps, published in order
 * of time; one in fifty corrected later, one in two hundred withdrawn.
 */
final class Archive {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int CHUNK = 2_000;
    private static final String PREFIX = "640100-113";

    private final Connection owner;
    private final CorpusGenerator corpus = new CorpusGenerator(711);
    private final Papers papers;
    private final Map<String, Long> columns = new HashMap<>();
    private final List<Section> sections = new ArrayList<>();
    private final Map<String, Long> people = new HashMap<>();
    private final long agency;

    /** A section of the agency with the people who draft and sign there. */
    private record Section(long id, String key, long clerk, long head, long leader) {}

    /** Into the installation of this connection, with these files attached here and there. */
    Archive(Connection owner, List<AttachedFile> files) throws SQLException {
        this.owner = owner;
        papers = new Papers(files);
        owner.setAutoCommit(false);
        agency = number("SELECT min(id) FROM organization_agency");
        read("SELECT key, id FROM site_column", it -> columns.put(it.getString(1), it.getLong(2)));
        read(
                "SELECT key, id FROM organization_person",
                it -> people.put(it.getString(1), it.getLong(2)));
        read(
                """
                SELECT s.id, s.key,
                    max(g.person_id) FILTER (WHERE g.role = 'CLERK'),
                    max(g.person_id) FILTER (WHERE g.role = 'SECTION_HEAD'),
                    max(g.person_id) FILTER (WHERE g.role = 'DEPUTY_LEADER')
                FROM organization_section s JOIN organization_grant g ON g.section_id = s.id
                GROUP BY s.id
                HAVING count(DISTINCT g.role) FILTER
                    (WHERE g.role IN ('CLERK', 'SECTION_HEAD', 'DEPUTY_LEADER')) = 3
                ORDER BY s.id
                """,
                it ->
                        sections.add(
                                new Section(
                                        it.getLong(1),
                                        it.getString(2),
                                        it.getLong(3),
                                        it.getLong(4),
                                        it.getLong(5))));
    }

    /** Loads documents 1 to {@code count}, oldest first. */
    void load(int count) throws SQLException, IOException {
        List<Integer> numbers =
                IntStream.rangeClosed(1, count)
                        .boxed()
                        .sorted(Comparator.comparing(corpus::publishedOn))
                        .toList();
        prepare();
        Instant last = Instant.EPOCH;
        for (int from = 0; from < count; from += CHUNK) {
            List<Integer> chunk = numbers.subList(from, Math.min(from + CHUNK, count));
            var rows = new StringBuilder();
            for (int number : chunk) {
                GeneratedDocument document = corpus.document(number);
                Instant at = moment(document.publishedOn());
                last = at.isAfter(last) ? at : last.plusSeconds(7);
                row(document, last, rows);
            }
            take(rows);
            owner.commit();
            System.err.printf(
                    "%,d of %,d documents are in the database%n", from + chunk.size(), count);
        }
        settle();
    }

    private Instant moment(LocalDate publishedOn) {
        long beyond =
                Math.max(
                        0, ChronoUnit.DAYS.between(LocalDate.now(CHINA), CorpusGenerator.LAST_DAY));
        return publishedOn.minusDays(beyond).atTime(9, 0).atZone(CHINA).toInstant();
    }

    private void prepare() throws SQLException {
        run(
                """
                CREATE TEMP TABLE incoming (id uuid, column_id bigint, section_id bigint, kind text,
                    title text, content text, sha256 text, formed_on date, at timestamptz,
                    clerk bigint, head bigint, leader bigint, corrected text, corrected_sha256 text,
                    withdrawn boolean)
                """);
        // Time runs forwards for each agency; what was loaded before this archive must not be
        // newer.
        run("DELETE FROM publication_clock WHERE agency_id = " + agency);
    }

    private void row(GeneratedDocument it, Instant at, StringBuilder rows) {
        int lot = it.number() * 31 % 1_000;
        Section section = sections.get(Math.floorMod(it.section().hashCode(), sections.size()));
        DocumentContent content = papers.content(it, section.key());
        CanonicalText text = CanonicalText.of(content);
        CanonicalText corrected =
                lot < 20 ? CanonicalText.of(content.withCorrectionNote("更正正文中的一处数据。")) : null;
        LocalDate formedOn = it.publishedOn().minusDays(5);
        line(
                rows,
                UUID.nameUUIDFromBytes(
                        new byte[] {
                            (byte) (it.number() >> 16),
                            (byte) (it.number() >> 8),
                            (byte) it.number()
                        }),
                columns.get(Papers.column(it.topic())),
                section.id(),
                content.kind(),
                it.title(),
                text.text(),
                text.sha256(),
                formedOn,
                at,
                section.clerk(),
                section.head(),
                section.leader(),
                corrected == null ? null : corrected.text(),
                corrected == null ? null : corrected.sha256(),
                lot >= 995);
    }

    private static void line(StringBuilder rows, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                rows.append('"').append(values[i].toString().replace("\"", "\"\"")).append('"');
            }
            rows.append(i == values.length - 1 ? '\n' : ',');
        }
    }

    private void take(StringBuilder rows) throws SQLException, IOException {
        owner.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY incoming FROM STDIN (FORMAT csv)", new StringReader(rows.toString()));
        documents();
        review(1, "content", "sha256", "");
        run(
                """
                INSERT INTO index_number (document_id, prefix, year, assigned_at)
                SELECT id, '%s', extract(year FROM at AT TIME ZONE 'Asia/Shanghai'), at
                FROM incoming ORDER BY at
                """
                        .formatted(PREFIX));
        edition(1, "at", "");
        run(
                """
                UPDATE draft d SET content = i.corrected, sha256 = i.corrected_sha256
                FROM incoming i WHERE i.id = d.document_id AND i.corrected IS NOT NULL
                """);
        review(2, "corrected", "corrected_sha256", "WHERE i.corrected IS NOT NULL");
        edition(2, "(SELECT max(at) FROM incoming)", "WHERE i.corrected IS NOT NULL");
        record();
        run(
                """
                INSERT INTO withdrawal (document_id, reason, legal_basis, withdrawn_by, withdrawn_at)
                SELECT id, '内容已过时', '《政府信息公开条例》第十八条', %d, at + interval '30 days'
                FROM incoming WHERE withdrawn
                """
                        .formatted(person("office")));
        run("TRUNCATE incoming");
    }

    private void documents() throws SQLException {
        run(
                """
                INSERT INTO document (id, agency_id, section_id, column_id, kind, state, version, title,
                    attribute, formed_on, created_by, created_at, changed_at)
                SELECT id, %d, section_id, column_id, kind,
                    CASE WHEN withdrawn THEN 'WITHDRAWN' ELSE 'PUBLISHED' END, 6, title, '主动公开',
                    formed_on, clerk, at - interval '3 days', at FROM incoming
                """
                        .formatted(agency));
        run(
                """
                INSERT INTO draft (document_id, content, sha256, edited_by, edited_at)
                SELECT id, content, sha256, clerk, at - interval '3 days' FROM incoming
                """);
    }

    /** What was sent for review, and its three signatures. */
    private void review(int number, String content, String sha256, String where)
            throws SQLException {
        run(
                """
                INSERT INTO revision (document_id, number, content, sha256, levels, findings,
                    submitted_by, submitted_at)
                SELECT i.id, %d, i.%s, i.%s, '{SECTION_HEAD,SECRECY_REVIEWER,DEPUTY_LEADER}', '[]',
                    i.clerk, i.at - interval '2 days' FROM incoming i %s ORDER BY i.at
                """
                        .formatted(number, content, sha256, where));
        sign(number, "SECTION_HEAD", "i.head", "24 hours", where);
        sign(number, "SECRECY_REVIEWER", Long.toString(person("secrecy")), "20 hours", where);
        sign(number, "DEPUTY_LEADER", "i.leader", "2 hours", where);
    }

    private void sign(int number, String level, String signer, String before, String where)
            throws SQLException {
        run(
                """
                INSERT INTO signature (document_id, revision_id, sha256, level, signer, political,
                    secrecy, wording, opinion, signed_at)
                SELECT i.id, r.id, r.sha256, '%s', %s, true, true, true, '同意', i.at - interval '%s'
                FROM incoming i JOIN revision r ON r.document_id = i.id AND r.number = %d %s
                ORDER BY i.at
                """
                        .formatted(level, signer, before, number, where));
    }

    private void edition(int number, String at, String where) throws SQLException {
        run(
                """
                INSERT INTO edition (document_id, number, revision_id, sha256, published_by, published_at)
                SELECT i.id, r.number, r.id, r.sha256, %d, %s
                FROM incoming i JOIN revision r ON r.document_id = i.id AND r.number = %d %s
                ORDER BY i.at
                """
                        .formatted(person("office"), at, number, where));
    }

    /** The record of steps, and the same in the audit trail. */
    private void record() throws SQLException {
        run(
                """
                INSERT INTO document_step (document_id, step, from_state, to_state, person_id, sha256, taken_at)
                SELECT i.id, s.step, s.from_state, s.to_state, CASE s.step WHEN 'PUBLISH' THEN %d ELSE i.clerk END,
                    i.sha256, i.at - s.before
                FROM incoming i CROSS JOIN (VALUES
                    (1, 'CREATE', NULL, 'DRAFT', interval '3 days'),
                    (2, 'SUBMIT', 'DRAFT', 'IN_REVIEW', interval '2 days'),
                    (3, 'SIGN', 'IN_REVIEW', 'IN_REVIEW', interval '24 hours'),
                    (4, 'SIGN', 'IN_REVIEW', 'IN_REVIEW', interval '20 hours'),
                    (5, 'SIGN', 'IN_REVIEW', 'APPROVED', interval '2 hours'),
                    (6, 'PUBLISH', 'APPROVED', 'PUBLISHED', interval '0')) AS s (number, step, from_state, to_state, before)
                ORDER BY i.at, s.number
                """
                        .formatted(person("office")));
        run(
                """
                INSERT INTO audit_entry (at, origin, person, agency, action, subject, before, after)
                SELECT t.taken_at, 'PERSON', t.person_id, %d, 'disclosures.' || lower(t.step), 'document/' || t.document_id,
                    jsonb_build_object('state', t.from_state), jsonb_build_object('state', t.to_state, 'sha256', t.sha256)
                FROM incoming i JOIN document_step t ON t.document_id = i.id ORDER BY t.id
                """
                        .formatted(agency));
    }

    /** What the database's own housekeeping does within the hour. */
    private void settle() throws SQLException {
        owner.commit();
        owner.setAutoCommit(true);
        run("VACUUM (ANALYZE)");
    }

    private void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private long person(String key) {
        return Objects.requireNonNull(people.get(key), key);
    }

    private long number(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String sql, Row row) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                row.read(rows);
            }
        }
    }
}
