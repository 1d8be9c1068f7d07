package org.gongkai.opengov.inspections;

import static org.gongkai.opengov.inspections.LocalRules.Span.QUARTER;
import static org.gongkai.opengov.inspections.LocalRules.Span.YEAR;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.inspections.LocalRules.Level;
import org.gongkai.opengov.inspections.LocalRules.Ratio;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The book of local rules (一细则台账): each edition with its first day and its source, added and never
 * changed. Where none was entered the national ratios hold with our defaults (ADR 0230).
 */
@Repository
public class LocalRulesBook {
    /** What holds where nothing was entered. */
    static final LocalRules DEFAULT =
            new LocalRules(
                    LocalDate.of(2016, 1, 1),
                    "环办〔2015〕88号",
                    Level.CITY,
                    Map.of(
                            SupervisionClass.KEY, new Ratio(5, QUARTER),
                            SupervisionClass.SPECIAL, new Ratio(15, QUARTER),
                            SupervisionClass.ORDINARY, new Ratio(0, YEAR)),
                    5,
                    Map.of(
                            RiskClass.A, 50,
                            RiskClass.B, 100,
                            RiskClass.C, 200,
                            RiskClass.D, 400),
                    2,
                    EnumSet.allOf(RecusalReason.class),
                    3,
                    2,
                    1);

    private final JdbcClient database;
    private final JsonMapper json;

    LocalRulesBook(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The rules that hold on this day. */
    public LocalRules on(AgencyId agency, LocalDate day) {
        return entered(agency, day).orElse(DEFAULT);
    }

    /** Every edition entered, the newest first; the defaults are none of them. */
    public List<LocalRules> all(AgencyId agency) {
        return database.sql(
                        "SELECT rules FROM inspection_local_rules WHERE agency_id = ?"
                                + " ORDER BY valid_from DESC")
                .param(agency.value())
                .query((row, _) -> json.readValue(row.getString(1), LocalRules.class))
                .list();
    }

    void add(AgencyId agency, LocalRules rules, @Nullable Long person) {
        database.sql(
                        """
                        INSERT INTO inspection_local_rules (agency_id, valid_from, source, rules, person_id)
                        VALUES (?, ?, ?, ?::jsonb, ?)
                        """)
                .param(agency.value())
                .param(rules.from())
                .param(rules.source())
                .param(json.writeValueAsString(rules))
                .param(person)
                .update();
    }

    private Optional<LocalRules> entered(AgencyId agency, LocalDate day) {
        return database.sql(
                        """
                        SELECT rules FROM inspection_local_rules WHERE agency_id = ? AND valid_from <= ?
                        ORDER BY valid_from DESC LIMIT 1
                        """)
                .params(agency.value(), day)
                .query((row, _) -> json.readValue(row.getString(1), LocalRules.class))
                .optional();
    }
}
