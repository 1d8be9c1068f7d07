package org.gongkai.opengov.inspections.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.inspections.RecusalReason;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recusals to read (回避登记). */
@Repository
public class Recusals {
    private final JdbcClient database;

    Recusals(JdbcClient database) {
        this.database = database;
    }

    /** All that hold on this day, by unit and officer. */
    public List<Recusal> on(AgencyId agency, LocalDate day) {
        return database.sql(
                        """
                        SELECT * FROM inspection_recusal WHERE agency_id = :agency AND since <= :day
                            AND (until IS NULL OR until >= :day)
                        ORDER BY unit_id, officer_id, id
                        """)
                .param("agency", agency.value())
                .param("day", day)
                .query(Recusals::read)
                .list();
    }

    /** Whether the officer may not inspect the unit on this day. */
    public boolean holds(AgencyId agency, long unit, long officer, LocalDate day) {
        return database.sql(
                        """
                        SELECT EXISTS (SELECT FROM inspection_recusal WHERE agency_id = :agency
                            AND unit_id = :unit AND officer_id = :officer AND since <= :day
                            AND (until IS NULL OR until >= :day))
                        """)
                .param("agency", agency.value())
                .param("unit", unit)
                .param("officer", officer)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    static Recusal read(ResultSet row, int number) throws SQLException {
        return new Recusal(
                row.getLong("id"),
                SqlRows.agency(row),
                row.getLong("unit_id"),
                row.getLong("officer_id"),
                RecusalReason.valueOf(row.getString("reason")),
                SqlRows.day(row, "since"),
                SqlRows.dayOrNull(row, "until"),
                row.getLong("version"));
    }
}
