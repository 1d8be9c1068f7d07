package org.gongkai.opengov.drinkingwater.sources;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of sources (水源台账): versions are added, none is changed. */
@Repository
public class WaterSources {
    private static final String VERSIONS =
            """
            SELECT v.* FROM water_source_version v JOIN water_source s ON s.id = v.source_id
            WHERE s.agency_id = :agency
            """;

    private static final String STANDING =
            """
            SELECT * FROM (
                SELECT DISTINCT ON (v.source_id) v.* FROM water_source_version v
                JOIN water_source s ON s.id = v.source_id
                WHERE s.agency_id = :agency AND v.valid_from <= :day
                ORDER BY v.source_id, v.number DESC) standing
            ORDER BY source_id
            """;

    private final JdbcClient database;

    WaterSources(JdbcClient database) {
        this.database = database;
    }

    /**
     * The sources as they stand on a day, in the order of their entry; one that began later is
     * none.
     */
    public List<WaterSource> on(AgencyId agency, LocalDate day) {
        return database.sql(STANDING)
                .param("agency", agency.value())
                .param("day", day)
                .query(WaterSources::read)
                .list();
    }

    /** The newest version of each, also of what begins later. */
    public List<WaterSource> newest(AgencyId agency) {
        return on(agency, LocalDate.of(9999, 12, 31));
    }

    /** The newest version of one. */
    public Optional<WaterSource> find(AgencyId agency, long id) {
        return versions(agency, id).stream().findFirst();
    }

    /** Every version of one, the newest first. */
    public List<WaterSource> versions(AgencyId agency, long id) {
        return database.sql(VERSIONS + " AND v.source_id = :id ORDER BY v.number DESC")
                .param("agency", agency.value())
                .param("id", id)
                .query(WaterSources::read)
                .list();
    }

    /** A source as a report tells of it in a month. */
    public record InMonth(WaterSource source, YearMonth month) {}

    /**
     * The sources that these versions of reports tell of, each as it then stood, some or all.
     *
     * @param chosen these sources alone; empty for all
     */
    public List<InMonth> told(Collection<Long> versions, Collection<Long> chosen) {
        return database.sql(
                        """
                        SELECT l.month, v.* FROM water_report_line l JOIN water_source_version v
                            ON v.source_id = l.source_id AND v.number = l.source_number
                        WHERE l.version_id IN (:versions) AND (:all OR l.source_id IN (:sources))
                        """)
                .param("versions", versions)
                .param("all", chosen.isEmpty())
                .param("sources", chosen.isEmpty() ? List.of(0L) : chosen)
                .query(
                        (row, at) ->
                                new InMonth(
                                        read(row, at),
                                        YearMonth.from(row.getObject("month", LocalDate.class))))
                .list();
    }

    long add(AgencyId agency, String name) {
        return database.sql(
                        "INSERT INTO water_source (agency_id, entered_as) VALUES (?, ?) RETURNING id")
                .params(agency.value(), name)
                .query(Long.class)
                .single();
    }

    void add(WaterSource source) {
        var facts = source.facts();
        database.sql(
                        """
                        INSERT INTO water_source_version (source_id, number, valid_from, name, also_called, kind, target,
                            district, zones, point, intake, state, replaced_by, reason, person_id, at)
                        VALUES (:id, :number, :from, :name, :alsoCalled, :kind, :target,
                            :district, :zones, :point, :intake, :state, :replacedBy, :reason, :by, :at)
                        """)
                .param("id", source.id())
                .param("number", source.number())
                .param("from", source.from())
                .param("name", facts.name())
                .param("alsoCalled", String.join("\n", facts.alsoCalled()))
                .param("kind", facts.kind().name())
                .param("target", facts.target().name())
                .param("district", facts.district())
                .param("zones", facts.zones())
                .param("point", facts.point())
                .param("intake", facts.intake())
                .param("state", facts.state().name())
                .param("replacedBy", facts.replacedBy())
                .param("reason", source.reason())
                .param("by", person(source.by()))
                .param("at", Timestamp.from(source.at()))
                .update();
    }

    private static @Nullable Long person(@Nullable PersonId by) {
        return by == null ? null : by.value();
    }

    private static WaterSource read(ResultSet row, int at) throws SQLException {
        var by = row.getObject("person_id", Long.class);
        return new WaterSource(
                row.getLong("source_id"),
                row.getInt("number"),
                row.getObject("valid_from", LocalDate.class),
                new SourceFacts(
                        row.getString("name"),
                        row.getString("also_called").lines().toList(),
                        SourceKind.valueOf(row.getString("kind")),
                        WaterClass.valueOf(row.getString("target")),
                        row.getString("district"),
                        row.getString("zones"),
                        row.getString("point"),
                        row.getBigDecimal("intake"),
                        SourceState.valueOf(row.getString("state")),
                        row.getObject("replaced_by", Long.class)),
                row.getString("reason"),
                by == null ? null : new PersonId(by),
                instant(row));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getTimestamp("at").toInstant();
    }
}
