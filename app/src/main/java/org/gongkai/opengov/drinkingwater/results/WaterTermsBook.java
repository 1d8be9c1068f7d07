package org.gongkai.opengov.drinkingwater.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The terms that agencies set (时限设置): versions, each from a month on; none is changed. */
@Repository
public class WaterTermsBook {
    private final JdbcClient database;

    WaterTermsBook(JdbcClient database) {
        this.database = database;
    }

    /**
     * Terms in one of their versions.
     *
     * @param from the first month they hold for
     */
    public record Version(
            int number, YearMonth from, WaterTerms terms, String reason, PersonId by, Instant at) {}

    /** Every version, the newest first. */
    public List<Version> versions(AgencyId agency) {
        return database.sql("SELECT * FROM water_terms WHERE agency_id = ? ORDER BY number DESC")
                .param(agency.value())
                .query(WaterTermsBook::read)
                .list();
    }

    /** The terms of a month. */
    public WaterTerms of(AgencyId agency, YearMonth month) {
        return in(versions(agency), month);
    }

    /** Of these versions, the terms of a month. */
    public static WaterTerms in(List<Version> versions, YearMonth month) {
        return versions.stream()
                .filter(it -> !it.from().isAfter(month))
                .findFirst()
                .map(Version::terms)
                .orElse(WaterTerms.USUAL);
    }

    /** Adds a version; who may, the caller has asked. */
    public void add(AgencyId agency, Version it) {
        database.sql(
                        """
                        INSERT INTO water_terms (agency_id, number, valid_from, sampling_day, results_day, report_day,
                            publication_day, reason, person_id, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        agency.value(),
                        it.number(),
                        it.from().atDay(1),
                        it.terms().sampling(),
                        it.terms().results(),
                        it.terms().report(),
                        it.terms().publication(),
                        it.reason(),
                        it.by().value(),
                        Timestamp.from(it.at()))
                .update();
    }

    private static Version read(ResultSet row, int at) throws SQLException {
        return new Version(
                row.getInt("number"),
                YearMonth.from(row.getObject("valid_from", LocalDate.class)),
                new WaterTerms(
                        row.getInt("sampling_day"),
                        row.getInt("results_day"),
                        row.getInt("report_day"),
                        row.getInt("publication_day")),
                row.getString("reason"),
                new PersonId(row.getLong("person_id")),
                row.getTimestamp("at").toInstant());
    }
}
