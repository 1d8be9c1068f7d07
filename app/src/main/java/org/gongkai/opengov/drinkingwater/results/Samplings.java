package org.gongkai.opengov.drinkingwater.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.results.Sampling.Origin;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The results of monitoring (监测结果台账): versions are added, none is changed. */
@Repository
public class Samplings {
    private static final String NEWEST =
            """
            SELECT DISTINCT ON (r.source_id, r.month) r.* FROM water_sampling r
            JOIN water_source s ON s.id = r.source_id
            WHERE s.agency_id = :agency AND r.month BETWEEN :first AND :last
            """;
    private static final TypeReference<List<ReportedValue>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<String>> KEYS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    Samplings(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The newest version of each source and month between these, in order of source and month. */
    public List<Sampling> newest(AgencyId agency, YearMonth first, YearMonth last) {
        return database.sql(NEWEST + " ORDER BY r.source_id, r.month, r.number DESC")
                .param("agency", agency.value())
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query(this::read)
                .list();
    }

    /** The newest versions of one source in the months between these, in their order. */
    public List<Sampling> of(AgencyId agency, long source, YearMonth first, YearMonth last) {
        return database.sql(
                        NEWEST
                                + " AND r.source_id = :source"
                                + " ORDER BY r.source_id, r.month, r.number DESC")
                .param("agency", agency.value())
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .param("source", source)
                .query(this::read)
                .list();
    }

    /** The newest version of a source and month. */
    public Optional<Sampling> find(AgencyId agency, long source, YearMonth month) {
        return of(agency, source, month, month).stream().findFirst();
    }

    /** Every version of a source and month, the newest first. */
    public List<Sampling> versions(AgencyId agency, long source, YearMonth month) {
        return database.sql(
                        """
                        SELECT r.* FROM water_sampling r JOIN water_source s ON s.id = r.source_id
                        WHERE s.agency_id = ? AND r.source_id = ? AND r.month = ? ORDER BY r.number DESC
                        """)
                .params(agency.value(), source, month.atDay(1))
                .query(this::read)
                .list();
    }

    /**
     * The results that these versions of reports tell, of some sources or of all.
     *
     * @param chosen these sources alone; empty for all
     */
    public List<Sampling> told(Collection<Long> versions, Collection<Long> chosen) {
        return database.sql(
                        """
                        SELECT r.* FROM water_report_line l JOIN water_sampling r
                            ON r.source_id = l.source_id AND r.month = l.month AND r.number = l.sampling_number
                        WHERE l.version_id IN (:versions) AND (:all OR l.source_id IN (:sources))
                        """)
                .param("versions", versions)
                .param("all", chosen.isEmpty())
                .param("sources", chosen.isEmpty() ? List.of(0L) : chosen)
                .query(this::read)
                .list();
    }

    void add(Sampling it) {
        database.sql(
                        """
                        INSERT INTO water_sampling (source_id, month, number, full_analysis, sampled_on, laboratory, intake,
                            readings, origin, import_id, reason, confirmed, person_id, at)
                        VALUES (:source, :month, :number, :full, :sampledOn, :laboratory, :intake,
                            :readings::jsonb, :origin, :import, :reason, :confirmed::jsonb, :by, :at)
                        """)
                .param("source", it.source())
                .param("month", it.month().atDay(1))
                .param("number", it.number())
                .param("full", it.full())
                .param("sampledOn", it.sampledOn())
                .param("laboratory", it.laboratory())
                .param("intake", it.intake())
                .param("readings", json.writeValueAsString(it.values()))
                .param("origin", it.origin().name())
                .param("import", it.importId())
                .param("reason", it.reason())
                .param("confirmed", json.writeValueAsString(it.confirmed()))
                .param("by", it.by() == null ? null : it.by().value())
                .param("at", Timestamp.from(it.at()))
                .update();
    }

    private Sampling read(ResultSet row, int at) throws SQLException {
        var by = row.getObject("person_id", Long.class);
        return new Sampling(
                row.getLong("source_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getInt("number"),
                row.getBoolean("full_analysis"),
                row.getObject("sampled_on", LocalDate.class),
                row.getString("laboratory"),
                row.getBigDecimal("intake"),
                json.readValue(row.getString("readings"), VALUES),
                Origin.valueOf(row.getString("origin")),
                row.getObject("import_id", Long.class),
                row.getString("reason"),
                json.readValue(row.getString("confirmed"), KEYS),
                by == null ? null : new PersonId(by),
                row.getTimestamp("at").toInstant());
    }
}
