package org.gongkai.opengov.inspections.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.inspections.OfficerState;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The directory of officers to read (执法检查人员名录库). */
@Repository
public class EnforcementOfficers {
    private final JdbcClient database;

    EnforcementOfficers(JdbcClient database) {
        this.database = database;
    }

    /** The officer with this id. */
    public Optional<EnforcementOfficer> find(AgencyId agency, long id) {
        return database.sql("SELECT * FROM inspection_officer WHERE agency_id = ? AND id = ?")
                .params(agency.value(), id)
                .query(EnforcementOfficers::read)
                .optional();
    }

    /** The officer in the directory who signs in as this person. */
    public Optional<EnforcementOfficer> of(AgencyId agency, PersonId person) {
        return database.sql(
                        """
                        SELECT * FROM inspection_officer
                        WHERE agency_id = ? AND person_id = ? AND left_on IS NULL
                        """)
                .params(agency.value(), person.value())
                .query(EnforcementOfficers::read)
                .optional();
    }

    /** The officer in the directory with this certificate. */
    public Optional<EnforcementOfficer> certified(AgencyId agency, String certificate) {
        return database.sql(
                        """
                        SELECT * FROM inspection_officer
                        WHERE agency_id = ? AND certificate = ? AND left_on IS NULL
                        """)
                .params(agency.value(), certificate)
                .query(EnforcementOfficers::read)
                .optional();
    }

    /** Who stands in the directory on this day, in post or not, by id. */
    public List<EnforcementOfficer> on(AgencyId agency, LocalDate day) {
        return database.sql(
                        """
                        SELECT * FROM inspection_officer WHERE agency_id = :agency AND joined_on <= :day
                            AND (left_on IS NULL OR left_on > :day)
                        ORDER BY id
                        """)
                .param("agency", agency.value())
                .param("day", day)
                .query(EnforcementOfficers::read)
                .list();
    }

    /** Who can be sent out on this day: on duty, with a valid certificate. */
    public List<EnforcementOfficer> drawableOn(AgencyId agency, LocalDate day) {
        return on(agency, day).stream().filter(it -> it.canInspectOn(day)).toList();
    }

    static EnforcementOfficer read(ResultSet row, int number) throws SQLException {
        var person = SqlRows.numberOrNull(row, "person_id");
        return new EnforcementOfficer(
                row.getLong("id"),
                SqlRows.agency(row),
                row.getString("name"),
                Sex.valueOf(row.getString("sex")),
                row.getString("unit"),
                row.getString("post"),
                row.getString("certificate"),
                SqlRows.day(row, "certificate_valid_to"),
                SqlRows.texts(row, "specialities"),
                row.getString("region"),
                OfficerState.valueOf(row.getString("state")),
                person == null ? null : new PersonId(person),
                SqlRows.day(row, "joined_on"),
                SqlRows.dayOrNull(row, "left_on"),
                row.getString("left_reason"),
                row.getLong("version"));
    }
}
