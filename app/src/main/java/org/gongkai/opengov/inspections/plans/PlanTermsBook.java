package org.gongkai.opengov.inspections.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The terms an agency has set, by their first day (计划期限设置台账); added and never changed. */
@Repository
class PlanTermsBook {
    private final JdbcClient database;

    PlanTermsBook(JdbcClient database) {
        this.database = database;
    }

    /** The terms that hold on this day. */
    PlanTerms on(AgencyId agency, LocalDate day) {
        return database.sql(
                        """
                        SELECT * FROM inspection_plan_terms WHERE agency_id = ? AND valid_from <= ?
                        ORDER BY valid_from DESC LIMIT 1
                        """)
                .params(agency.value(), day)
                .query(PlanTermsBook::read)
                .optional()
                .orElse(PlanTerms.USUAL);
    }

    /** Every edition, the newest first. */
    List<PlanTerms> all(AgencyId agency) {
        return database.sql(
                        "SELECT * FROM inspection_plan_terms WHERE agency_id = ? ORDER BY"
                                + " valid_from DESC")
                .param(agency.value())
                .query(PlanTermsBook::read)
                .list();
    }

    /** Whether terms from this day were entered before. */
    boolean has(AgencyId agency, LocalDate from) {
        return all(agency).stream().anyMatch(it -> it.from().equals(from));
    }

    void add(AgencyId agency, PlanTerms terms, PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO inspection_plan_terms (agency_id, valid_from, source, plan_month, plan_day,
                            draw_month, officer_cap, person_id, entered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        agency.value(),
                        terms.from(),
                        terms.source(),
                        terms.planBy().getMonthValue(),
                        terms.planBy().getDayOfMonth(),
                        terms.drawMonth(),
                        terms.officerCap(),
                        by.value(),
                        Timestamp.from(at))
                .update();
    }

    private static PlanTerms read(ResultSet row, int index) throws SQLException {
        return new PlanTerms(
                row.getObject("valid_from", LocalDate.class),
                row.getString("source"),
                MonthDay.of(row.getInt("plan_month"), row.getInt("plan_day")),
                row.getInt("draw_month"),
                row.getInt("officer_cap"));
    }
}
