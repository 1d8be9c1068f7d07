package org.gongkai.opengov.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Key projects for everybody (重点项目公开): what the database's gates let out, and nothing else. A
 * project of which nothing was ever let out is not named at all. What is told of a project itself
 * is what the newest reviewed paper tells of it; its investor is named only while their own consent
 * stands, and where it stands is one of five words.
 */
@Service
@Transactional(readOnly = true)
public class PublicProjects {
    private static final String LIST = "projects";

    private final JdbcClient database;
    private final PublicRegister register;
    private final Organization organization;
    private final Clock clock;

    PublicProjects(
            JdbcClient database, PublicRegister register, Organization organization, Clock clock) {
        this.database = database;
        this.register = register;
        this.organization = organization;
        this.clock = clock;
    }

    /** What pages of a project, and the list, are made from. */
    static List<String> sources(long project) {
        return List.of(LIST, LIST + "/" + project);
    }

    /** How the investor's consent stands, as far as everybody may know. */
    public enum ConsentStanding {
        /** 未取得: nothing that needs it is public. */
        NONE,
        /** 已取得. */
        GIVEN,
        /** 已撤回. */
        ENDED
    }

    /**
     * A project in the list.
     *
     * @param investor null unless a consent stands
     * @param landingCorrectedOn when the day of the landing was last corrected; null for never
     * @param entries how many entries are public
     * @param latest when the last of them became so; null when all were taken back
     */
    public record Line(
            long number,
            String name,
            String builder,
            @Nullable String investor,
            String district,
            ProjectKind kind,
            String importance,
            ProjectState state,
            @Nullable LocalDate landedOn,
            @Nullable LocalDate landingCorrectedOn,
            ConsentStanding consent,
            int entries,
            @Nullable Instant latest,
            List<Integer> years) {
        public Line {
            years = List.copyOf(years);
        }
    }

    /**
     * Which are asked for; null for all.
     *
     * @param year in which something public was formed
     */
    public record Filter(
            @Nullable ProjectKind kind,
            @Nullable ProjectState state,
            @Nullable String district,
            @Nullable Integer year) {
        /** Nothing is narrowed. */
        public static final Filter ALL = new Filter(null, null, null, null);

        boolean takes(Line line) {
            return (kind == null || kind == line.kind())
                    && (state == null || state == line.state())
                    && (district == null || district.equals(line.district()))
                    && (year == null || line.years().contains(year));
        }
    }

    /**
     * One thing said, or withheld: then without its value, and of a state secret without a name.
     */
    public record Field(String name, @Nullable String value, Outcome outcome, String ground) {}

    /** An entry that is public, with its document. */
    public record Entry(
            ProjectStage stage,
            EntryKind kind,
            String title,
            LocalDate formedOn,
            Instant at,
            PublicListing document,
            List<Field> fields) {
        public Entry {
            fields = List.copyOf(fields);
        }
    }

    /** Why information was taken back. */
    public enum Why {
        /** 投资方撤回同意. */
        CONSENT_ENDED,
        /** 复查认定不应公开. */
        SCREENED,
        /** 公开文件被撤回. */
        DOCUMENT_GONE
    }

    /** Information that was public and was taken back: when, how much, why. */
    public record TakenBack(LocalDate on, Why why, int entries) {}

    /** What is wholly withheld at a stage: how many things, on which ground. */
    public record Withheld(ProjectStage stage, Outcome outcome, int fields) {}

    /** A project with all that is public of it. */
    public record One(
            Line line,
            String agency,
            List<Entry> entries,
            List<Withheld> withheld,
            List<TakenBack> takenBack) {
        public One {
            entries = List.copyOf(entries);
            withheld = List.copyOf(withheld);
            takenBack = List.copyOf(takenBack);
        }

        /** Its entries by stage, in the order of stages. */
        public Map<ProjectStage, List<Entry>> stages() {
            var stages = new TreeMap<ProjectStage, List<Entry>>();
            entries.forEach(
                    it -> stages.computeIfAbsent(it.stage(), at -> new ArrayList<>()).add(it));
            return stages;
        }
    }

    /** The projects asked for; what was let out last comes first. */
    public List<Line> list(Filter filter) {
        PageSources.note(LIST);
        return lines(null).stream().filter(filter::takes).toList();
    }

    /** The years of which anything is public, the newest first. */
    public List<Integer> years() {
        return list(Filter.ALL).stream()
                .flatMap(it -> it.years().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** One of them. */
    public One one(long number) {
        PageSources.note(LIST + "/" + number);
        var line = lines(number).stream().findFirst().orElseThrow(Refusal::notFound);
        var agency =
                database.sql("SELECT agency_id FROM key_project WHERE id = ?")
                        .param(number)
                        .query((row, at) -> new AgencyId(row.getLong(1)))
                        .single();
        return new One(
                line,
                organization.agency(agency).name(),
                entries(number),
                withheld(number),
                takenBack(number));
    }

    private List<Line> lines(@Nullable Long one) {
        return database.sql(
                        """
                        SELECT p.id, v.name, v.builder, v.district, v.kind, v.importance, t.investor, t.state, l.landed_on, CASE WHEN l.number > 1 THEN l.at END AS corrected_at, n.entries, n.latest, n.years,
                            EXISTS (SELECT 1 FROM project_consent c WHERE c.project_id = p.id
                                AND c.investor = t.investor AND NOT EXISTS (
                                SELECT 1 FROM project_consent_end e WHERE e.consent_id = c.id)) AS given,
                            EXISTS (SELECT 1 FROM project_public_event e WHERE e.project_id = p.id
                                AND e.what = 'CONSENT_ENDED') AS ended
                        FROM key_project p
                        JOIN key_project_version t ON t.project_id = p.id
                            AND t.number = (SELECT max(number) FROM key_project_version WHERE project_id = p.id)
                        JOIN key_project_version v ON v.project_id = p.id AND v.number = coalesce(
                            (SELECT max(u.project_version) FROM project_public_entry o
                                JOIN project_publication u ON u.id = o.publication_id WHERE o.project_id = p.id),
                            (SELECT max(u.project_version) FROM project_public_event o
                                JOIN project_publication u ON u.id = o.publication_id WHERE o.project_id = p.id))
                        LEFT JOIN project_landed l ON l.project_id = p.id
                        CROSS JOIN LATERAL (
                            SELECT count(*) AS entries, max(o.at) AS latest,
                                array_agg(DISTINCT extract(year FROM w.formed_on)::integer) AS years
                            FROM project_public_entry o
                            JOIN project_publication u ON u.id = o.publication_id
                            JOIN project_entry_version w ON w.id = u.version_id
                            WHERE o.project_id = p.id) n
                        WHERE p.id = coalesce(:one, p.id)
                            AND EXISTS (SELECT 1 FROM project_public_event WHERE project_id = p.id)
                        ORDER BY n.latest DESC NULLS LAST, p.id DESC
                        """)
                .param("one", one, java.sql.Types.BIGINT)
                .query(this::line)
                .list();
    }

    private Line line(ResultSet row, int at) throws SQLException {
        var given = row.getBoolean("given") && row.getObject("landed_on") != null;
        var years = row.getArray("years");
        var latest = row.getTimestamp("latest");
        var corrected = row.getTimestamp("corrected_at");
        return new Line(
                row.getLong("id"),
                row.getString("name"),
                row.getString("builder"),
                given ? row.getString("investor") : null,
                row.getString("district"),
                ProjectKind.valueOf(row.getString("kind")),
                row.getString("importance"),
                ProjectState.valueOf(row.getString("state")),
                row.getObject("landed_on", LocalDate.class),
                corrected == null ? null : day(corrected),
                given
                        ? ConsentStanding.GIVEN
                        : row.getBoolean("ended") ? ConsentStanding.ENDED : ConsentStanding.NONE,
                row.getInt("entries"),
                latest == null ? null : latest.toInstant(),
                years == null ? List.of() : List.of((Integer[]) years.getArray()));
    }

    private record Released(
            ProjectStage stage,
            EntryKind kind,
            String title,
            LocalDate formedOn,
            Instant at,
            DocumentId document,
            long publication) {}

    private List<Entry> entries(long project) {
        var released =
                database.sql(
                                """
                                SELECT w.stage, w.kind, w.title, w.formed_on, o.at, u.document_id, u.id
                                FROM project_public_entry o
                                JOIN project_publication u ON u.id = o.publication_id
                                JOIN project_entry_version w ON w.id = u.version_id
                                WHERE o.project_id = ? ORDER BY w.formed_on, o.entry_id
                                """)
                        .param(project)
                        .query(
                                (row, at) ->
                                        new Released(
                                                ProjectStage.valueOf(row.getString("stage")),
                                                EntryKind.valueOf(row.getString("kind")),
                                                row.getString("title"),
                                                row.getObject("formed_on", LocalDate.class),
                                                row.getTimestamp("at").toInstant(),
                                                new DocumentId(
                                                        row.getObject("document_id", UUID.class)),
                                                row.getLong("id")))
                        .list();
        var documents = register.findAll(released.stream().map(Released::document).toList());
        var fields = fields(project);
        return released.stream()
                .flatMap(
                        it ->
                                Stream.ofNullable(documents.get(it.document()))
                                        .map(
                                                listing ->
                                                        new Entry(
                                                                it.stage(),
                                                                it.kind(),
                                                                it.title(),
                                                                it.formedOn(),
                                                                it.at(),
                                                                listing,
                                                                fields.getOrDefault(
                                                                        it.publication(),
                                                                        List.of()))))
                .toList();
    }

    private Map<Long, List<Field>> fields(long project) {
        var fields = new HashMap<Long, List<Field>>();
        database.sql(
                        """
                        SELECT f.* FROM project_public_field f
                        JOIN project_public_entry o ON o.publication_id = f.publication_id
                        WHERE o.project_id = ? ORDER BY f.publication_id, f.position
                        """)
                .param(project)
                .query(
                        row -> {
                            fields.computeIfAbsent(
                                            row.getLong("publication_id"), it -> new ArrayList<>())
                                    .add(
                                            new Field(
                                                    row.getString("name"),
                                                    row.getString("value"),
                                                    Outcome.valueOf(row.getString("outcome")),
                                                    row.getString("ground")));
                        });
        return fields;
    }

    /**
     * Of what art. 20 wants public and screening let nothing out: that there is something, and why
     * not.
     */
    private List<Withheld> withheld(long project) {
        return database
                .sql(
                        """
                        SELECT v.stage, s.outcome, count(*) AS fields
                        FROM project_entry e
                        JOIN project_entry_version v ON v.entry_id = e.id
                            AND v.number = (SELECT max(number) FROM project_entry_version WHERE entry_id = e.id)
                        JOIN project_screened s ON s.version_id = v.id
                        WHERE e.project_id = ? AND NOT v.negotiation
                            AND NOT EXISTS (SELECT 1 FROM project_screened x WHERE x.version_id = v.id
                                AND (x.outcome IS NULL OR x.outcome = 'OPEN'))
                        GROUP BY v.stage, s.outcome
                        """)
                .param(project)
                .query(
                        (row, at) ->
                                new Withheld(
                                        ProjectStage.valueOf(row.getString("stage")),
                                        Outcome.valueOf(row.getString("outcome")),
                                        row.getInt("fields")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Withheld::stage).thenComparing(Withheld::outcome))
                .toList();
    }

    private record Gone(LocalDate on, Why why) {}

    private List<TakenBack> takenBack(long project) {
        var gone = new LinkedHashMap<Gone, Integer>();
        database.sql(
                        """
                        SELECT what, at FROM project_public_event
                        WHERE project_id = ? AND what <> 'RELEASED' ORDER BY id DESC
                        """)
                .param(project)
                .query(
                        row -> {
                            var on = day(row.getTimestamp("at"));
                            gone.merge(
                                    new Gone(on, Why.valueOf(row.getString("what"))),
                                    1,
                                    Integer::sum);
                        });
        return gone.entrySet().stream()
                .map(it -> new TakenBack(it.getKey().on(), it.getKey().why(), it.getValue()))
                .toList();
    }

    private LocalDate day(Timestamp at) {
        return LocalDate.ofInstant(at.toInstant(), clock.getZone());
    }
}
