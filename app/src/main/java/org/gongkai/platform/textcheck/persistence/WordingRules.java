package org.gongkai.platform.textcheck.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.textcheck.wording.RuleKind;
import org.gongkai.platform.textcheck.wording.WordingLists;
import org.gongkai.platform.textcheck.wording.WordingRule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lines of the lists (词条登记): shipped ones for everybody, and each agency's own. Lines are added
 * and switched off or on, never changed; the last switch counts.
 */
@Repository
public class WordingRules {
    private static final String IN_FORCE =
            """
            SELECT r.id, r.agency_id, r.kind, r.subject, r.correct, r.exceptions, r.note,
                   r.added_by, r.added_at,
                   coalesce((SELECT s.active FROM textcheck_rule_switch s
                             WHERE s.rule_id = r.id AND s.agency_id = :agency
                             ORDER BY s.id DESC LIMIT 1), true) AS active
            FROM textcheck_rule r
            WHERE (r.agency_id IS NULL OR r.agency_id = :agency)
            """;

    private final JdbcClient database;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    private record Known(String version, WordingLists lists) {}

    WordingRules(JdbcClient database) {
        this.database = database;
    }

    /** A line as it is kept, and whether it is in force for the agency that asks. */
    public record Row(
            long id,
            boolean shipped,
            WordingRule rule,
            String note,
            String addedBy,
            Instant addedAt,
            boolean active) {}

    /** What to show of the list. */
    public record Filter(Optional<RuleKind> kind, String words, Optional<Boolean> active) {
        /** Everything. */
        public static final Filter ALL = new Filter(Optional.empty(), "", Optional.empty());
    }

    /** The shipped lists alone. */
    public WordingLists shippedLists() {
        return lists(0);
    }

    /** The lists in force for an agency; read again only when a line was added or switched. */
    public WordingLists listsOf(AgencyId agency) {
        return lists(agency.value());
    }

    private WordingLists lists(long agency) {
        var version = version(agency);
        var lists = known.get(agency);
        if (lists != null && lists.version().equals(version)) {
            return lists.lists();
        }
        var read =
                new WordingLists(
                        find(
                                        agency,
                                        new Filter(Optional.empty(), "", Optional.of(true)),
                                        0,
                                        Integer.MAX_VALUE)
                                .stream()
                                .map(Row::rule)
                                .toList());
        known.put(agency, new Known(version, read));
        return read;
    }

    private String version(long agency) {
        return database.sql(
                        """
                        SELECT (SELECT count(*) || '-' || coalesce(max(id), 0) FROM textcheck_rule
                                WHERE agency_id IS NULL OR agency_id = :agency)
                            || '/' || (SELECT count(*) || '-' || coalesce(max(id), 0)
                                       FROM textcheck_rule_switch WHERE agency_id = :agency)
                        """)
                .param("agency", agency)
                .query(String.class)
                .single();
    }

    /** Lines that fit the filter, newest own lines first. */
    public List<Row> find(long agency, Filter filter, int offset, int limit) {
        return database.sql(
                        "SELECT * FROM ("
                                + IN_FORCE
                                + ") r WHERE "
                                + condition()
                                + " ORDER BY (agency_id IS NULL), id DESC OFFSET :offset LIMIT :limit")
                .params(parameters(agency, filter))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    /** How many lines fit. */
    public int count(long agency, Filter filter) {
        return database.sql("SELECT count(*) FROM (" + IN_FORCE + ") r WHERE " + condition())
                .params(parameters(agency, filter))
                .query(Integer.class)
                .single();
    }

    /** One line that the agency may see. */
    public Optional<Row> findById(long agency, long id) {
        return database.sql("SELECT * FROM (" + IN_FORCE + ") r WHERE id = :id")
                .param("agency", agency)
                .param("id", id)
                .query((row, number) -> row(row))
                .optional();
    }

    private static String condition() {
        return """
        (:kind = '' OR kind = :kind)
        AND (:words = '' OR strpos(subject, :words) > 0 OR strpos(correct, :words) > 0)
        AND (:active = '' OR active = (:active = 'true'))
        """;
    }

    private static Map<String, Object> parameters(long agency, Filter filter) {
        return Map.of(
                "agency", agency,
                "kind", filter.kind().map(Enum::name).orElse(""),
                "words", filter.words(),
                "active", filter.active().map(String::valueOf).orElse(""));
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        var exceptions = row.getString("exceptions");
        return new Row(
                row.getLong("id"),
                row.getObject("agency_id") == null,
                new WordingRule(
                        RuleKind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("correct"),
                        exceptions.isEmpty() ? List.of() : List.of(exceptions.split("；"))),
                row.getString("note"),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("active"));
    }

    /** Adds a line; its id, or empty where the agency has the same line already. */
    public Optional<Long> add(
            @Nullable Long agency, WordingRule rule, String note, String addedBy, Instant at) {
        return database.sql(
                        """
                        INSERT INTO textcheck_rule
                            (agency_id, kind, subject, correct, exceptions, note, added_by, added_at)
                        VALUES (:agency, :kind, :subject, :correct, :exceptions, :note, :by, :at)
                        ON CONFLICT DO NOTHING
                        RETURNING id
                        """)
                .param("agency", agency)
                .param("kind", rule.kind().name())
                .param("subject", rule.subject())
                .param("correct", rule.right())
                .param("exceptions", String.join("；", rule.exceptions()))
                .param("note", note)
                .param("by", addedBy)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** Switches a line off or on for one agency. */
    public void turn(long agency, long rule, boolean active, String by, Instant at) {
        database.sql(
                        """
                        INSERT INTO textcheck_rule_switch (rule_id, agency_id, active, made_by, made_at)
                        VALUES (:rule, :agency, :active, :by, :at)
                        """)
                .param("rule", rule)
                .param("agency", agency)
                .param("active", active)
                .param("by", by)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }
}
