package org.gongkai.opengov.inspections.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.Importance;
import org.gongkai.opengov.inspections.InspectionMethod;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of items to read (抽查事项清单). */
@Repository
public class InspectionItems {
    private final JdbcClient database;

    InspectionItems(JdbcClient database) {
        this.database = database;
    }

    /** The item with this id. */
    public Optional<InspectionItem> find(AgencyId agency, long id) {
        return database.sql("SELECT * FROM inspection_item WHERE agency_id = ? AND id = ?")
                .params(agency.value(), id)
                .query(InspectionItems::read)
                .optional();
    }

    /** The item with this number in the list. */
    public Optional<InspectionItem> numbered(AgencyId agency, String number) {
        return database.sql("SELECT * FROM inspection_item WHERE agency_id = ? AND number = ?")
                .params(agency.value(), number)
                .query(InspectionItems::read)
                .optional();
    }

    /** What stands in the list on this day, in its order. */
    public List<InspectionItem> on(AgencyId agency, LocalDate day) {
        return database.sql(
                        """
                        SELECT * FROM inspection_item WHERE agency_id = :agency AND valid_from <= :day
                            AND (valid_to IS NULL OR valid_to >= :day)
                        ORDER BY length(number), number
                        """)
                .param("agency", agency.value())
                .param("day", day)
                .query(InspectionItems::read)
                .list();
    }

    static InspectionItem read(ResultSet row, int number) throws SQLException {
        return new InspectionItem(
                row.getLong("id"),
                SqlRows.agency(row),
                row.getString("number"),
                row.getString("category"),
                row.getString("title"),
                row.getString("object_kind"),
                Importance.valueOf(row.getString("importance")),
                SqlRows.texts(row, "methods").stream()
                        .map(InspectionMethod::valueOf)
                        .collect(Collectors.toSet()),
                row.getString("body"),
                row.getString("basis"),
                row.getString("note"),
                SqlRows.texts(row, "industries"),
                row.getString("unit_tag"),
                row.getString("need"),
                SqlRows.day(row, "valid_from"),
                SqlRows.dayOrNull(row, "valid_to"),
                row.getLong("version"));
    }
}
