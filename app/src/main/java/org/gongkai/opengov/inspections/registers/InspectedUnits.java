package org.gongkai.opengov.inspections.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.EnvironmentalCredit;
import org.gongkai.opengov.inspections.PermitClass;
import org.gongkai.opengov.inspections.RiskClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.UnitState;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The directory of units to read (检查对象名录库). */
@Repository
public class InspectedUnits {
    private static final int PART = 10_000;
    private static final String STANDING =
            " WHERE agency_id = :agency AND entered_on <= :day AND (left_on IS NULL OR left_on > :day)";
    private static final String CONCERNED =
            """
             AND (cardinality(:industries) = 0 OR EXISTS (
                    SELECT FROM unnest(:industries) AS i WHERE starts_with(industry, i)))
                AND (:tag = '' OR :tag = ANY (tags))
            """;

    private final JdbcClient database;

    InspectedUnits(JdbcClient database) {
        this.database = database;
    }

    /** The unit with this id. */
    public Optional<InspectedUnit> find(AgencyId agency, long id) {
        return database.sql("SELECT * FROM inspection_unit WHERE agency_id = ? AND id = ?")
                .params(agency.value(), id)
                .query(InspectedUnits::read)
                .optional();
    }

    /** These units, by id; those that are not the agency's are left out. */
    public Map<Long, InspectedUnit> findAll(AgencyId agency, Collection<Long> ids) {
        return database
                .sql("SELECT * FROM inspection_unit WHERE agency_id = ? AND id = ANY (?)")
                .params(agency.value(), ids.toArray(Long[]::new))
                .query(InspectedUnits::read)
                .list()
                .stream()
                .collect(Collectors.toMap(InspectedUnit::id, Function.identity()));
    }

    /** The standing unit of a firm's site. */
    public Optional<InspectedUnit> coded(AgencyId agency, String creditCode, int site) {
        return database.sql(
                        """
                        SELECT * FROM inspection_unit
                        WHERE agency_id = ? AND credit_code = ? AND site = ? AND left_on IS NULL
                        """)
                .params(agency.value(), creditCode, site)
                .query(InspectedUnits::read)
                .optional();
    }

    /**
     * How many of each class the register holds on this day for the item: what a ratio is counted
     * from, whether they operate or not.
     */
    public Map<SupervisionClass, Integer> counts(
            AgencyId agency, InspectionItem item, LocalDate day) {
        var counts = new EnumMap<SupervisionClass, Integer>(SupervisionClass.class);
        RowCallbackHandler reading =
                row -> counts.put(SupervisionClass.valueOf(row.getString(1)), row.getInt(2));
        database.sql(
                        "SELECT supervision_class, count(*) FROM inspection_unit"
                                + STANDING
                                + CONCERNED
                                + " GROUP BY 1")
                .param("agency", agency.value())
                .param("day", day)
                .param("industries", SqlRows.array(item.industries()))
                .param("tag", item.unitTag())
                .query(reading);
        return counts;
    }

    /**
     * Hands over the units that can be drawn for the item on this day, in the order of their ids,
     * in parts, so that their number does not matter.
     */
    public void forEachDrawable(
            AgencyId agency, InspectionItem item, LocalDate day, Consumer<InspectedUnit> taker) {
        var after = 0L;
        List<InspectedUnit> part;
        do {
            part =
                    database.sql(
                                    "SELECT * FROM inspection_unit"
                                            + STANDING
                                            + CONCERNED
                                            + " AND state = 'OPERATING' AND id > :after"
                                            + " ORDER BY id LIMIT :part")
                            .param("agency", agency.value())
                            .param("day", day)
                            .param("industries", SqlRows.array(item.industries()))
                            .param("tag", item.unitTag())
                            .param("after", after)
                            .param("part", PART)
                            .query(InspectedUnits::read)
                            .list();
            part.forEach(taker);
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
    }

    /** Notes that a unit was inspected on this day; an earlier day changes nothing. */
    public void inspected(AgencyId agency, long id, LocalDate day) {
        database.sql(
                        """
                        UPDATE inspection_unit SET last_inspected_on = greatest(last_inspected_on, :day)
                        WHERE agency_id = :agency AND id = :id
                        """)
                .param("agency", agency.value())
                .param("id", id)
                .param("day", day)
                .update();
    }

    static InspectedUnit read(ResultSet row, int number) throws SQLException {
        return new InspectedUnit(
                row.getLong("id"),
                SqlRows.agency(row),
                row.getObject("public_id", UUID.class),
                row.getString("name"),
                row.getString("credit_code"),
                row.getInt("site"),
                row.getString("address"),
                row.getString("region"),
                row.getString("legal_person"),
                row.getString("industry"),
                PermitClass.valueOf(row.getString("permit_class")),
                SupervisionClass.valueOf(row.getString("supervision_class")),
                RiskClass.valueOf(row.getString("risk_class")),
                EnvironmentalCredit.valueOf(row.getString("credit")),
                UnitState.valueOf(row.getString("state")),
                SqlRows.texts(row, "tags"),
                SqlRows.day(row, "entered_on"),
                SqlRows.dayOrNull(row, "left_on"),
                row.getString("left_reason"),
                SqlRows.dayOrNull(row, "last_inspected_on"),
                SqlRows.numberOrNull(row, "merged_into"),
                row.getLong("version"));
    }
}
