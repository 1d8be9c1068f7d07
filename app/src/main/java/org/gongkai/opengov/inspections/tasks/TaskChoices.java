package org.gongkai.opengov.inspections.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an inspection is put together from (任务要素): units, items and officers of the registers. */
@Repository
public class TaskChoices {
    private static final int MOST = 300;

    private final JdbcClient database;

    TaskChoices(JdbcClient database) {
        this.database = database;
    }

    /** One of a register: what is typed for it, and what it is called. */
    public record One(String code, String name) {}

    /** Items and officers; units are typed by their code, of them there may be a million. */
    public record All(List<One> items, List<One> officers) {}

    All all(AgencyId agency, LocalDate on) {
        return new All(
                database.sql(
                                """
                                SELECT number, title FROM inspection_item WHERE agency_id = ?
                                AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)
                                ORDER BY number LIMIT ?
                                """)
                        .params(agency.value(), on, on, MOST)
                        .query((row, _) -> new One(row.getString(1), row.getString(2)))
                        .list(),
                database.sql(
                                """
                                SELECT certificate, name FROM inspection_officer WHERE agency_id = ?
                                AND joined_on <= ? AND (left_on IS NULL OR left_on >= ?) AND state = 'ON_DUTY'
                                AND certificate_valid_to >= ? ORDER BY certificate LIMIT ?
                                """)
                        .params(agency.value(), on, on, on, MOST)
                        .query((row, _) -> new One(row.getString(1), row.getString(2)))
                        .list());
    }

    /** A unit that stands, by its credit code; of several sites the first. */
    Optional<Long> unit(AgencyId agency, String code, LocalDate on) {
        return database.sql(
                        """
                        SELECT id FROM inspection_unit WHERE agency_id = ? AND credit_code = ?
                        AND (left_on IS NULL OR left_on >= ?) ORDER BY site LIMIT 1
                        """)
                .params(agency.value(), code, on)
                .query(Long.class)
                .optional();
    }

    /** An item in force, by its number. */
    Optional<Long> item(AgencyId agency, String number, LocalDate on) {
        return database.sql(
                        """
                        SELECT id FROM inspection_item WHERE agency_id = ? AND number = ?
                        AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)
                        """)
                .params(agency.value(), number, on, on)
                .query(Long.class)
                .optional();
    }

    /** An officer of the register, by certificate. */
    Optional<Long> officer(AgencyId agency, String certificate, LocalDate on) {
        return database.sql(
                        """
                        SELECT id FROM inspection_officer WHERE agency_id = ? AND certificate = ?
                        AND (left_on IS NULL OR left_on >= ?) ORDER BY id DESC LIMIT 1
                        """)
                .params(agency.value(), certificate, on)
                .query(Long.class)
                .optional();
    }
}
