package org.gongkai.opengov.inspections.draws;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an announcement can choose from (公告可选项): items that stand in the list, units by class. */
@Service
public class DrawChoices {
    private final JdbcClient database;
    private final DrawSettings settings;
    private final Clock clock;

    DrawChoices(JdbcClient database, DrawSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** An item by its number. */
    public record Item(String number, String title) {}

    /** The items that stand in the list today. */
    @Transactional(readOnly = true)
    public List<Item> items(Actor by) {
        return database.sql(
                        """
                        SELECT number, title FROM inspection_item
                        WHERE agency_id = :agency AND valid_from <= :day
                            AND (valid_to IS NULL OR valid_to >= :day) ORDER BY length(number), number
                        """)
                .param("agency", by.agency().value())
                .param("day", LocalDate.now(clock))
                .query((row, _) -> new Item(row.getString(1), row.getString(2)))
                .list();
    }

    /** The items of these numbers, whether or not they still stand. */
    @Transactional(readOnly = true)
    public List<Item> items(AgencyId agency, List<String> numbers) {
        return database.sql(
                        "SELECT number, title FROM inspection_item WHERE agency_id = :agency"
                                + " AND number IN (:numbers) ORDER BY length(number), number")
                .param("agency", agency.value())
                .param("numbers", numbers)
                .query((row, _) -> new Item(row.getString(1), row.getString(2)))
                .list();
    }

    /** How many units of each class the register has. */
    @Transactional(readOnly = true)
    public Map<SupervisionClass, Long> register(Actor by) {
        var register = new EnumMap<SupervisionClass, Long>(SupervisionClass.class);
        RowCallbackHandler reading =
                row -> register.put(SupervisionClass.valueOf(row.getString(1)), row.getLong(2));
        database.sql(
                        "SELECT supervision_class, count(*) FROM inspection_unit"
                                + " WHERE agency_id = ? AND left_on IS NULL GROUP BY 1")
                .param(by.agency().value())
                .query(reading);
        return register;
    }

    /** Whether foreign beacons may be announced. */
    @Transactional(readOnly = true)
    public boolean beacons(Actor by) {
        return settings.of(by.agency()).beacons();
    }
}
