package org.gongkai.opengov.inspections.draws;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an agency has decided about its draws (抽取设置); each edition is kept, the last one holds. */
@Repository
public class DrawSettings {
    /** Beacons off; of the units those drawn are named, of the officers none (ADR 0240). */
    private static final Chosen DEFAULT = new Chosen(false, Opening.DRAWN, Opening.NONE);

    private final JdbcClient database;

    DrawSettings(JdbcClient database) {
        this.database = database;
    }

    /** Whose pseudonyms are opened with the secret. */
    public enum Opening {
        NONE,
        /** Those who were drawn or sent. */
        DRAWN,
        ALL;

        /** The name in forms and the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By its name in forms and the API. */
        public static Optional<Opening> named(String slug) {
            return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
        }
    }

    /**
     * What holds.
     *
     * @param beacons whether foreign beacons may be announced as sources
     * @param units whose pseudonyms are opened, of the units
     * @param officers of the officers
     */
    public record Chosen(boolean beacons, Opening units, Opening officers) {}

    Chosen of(AgencyId agency) {
        return database.sql(
                        "SELECT * FROM inspection_draw_setting WHERE agency_id = ?"
                                + " ORDER BY id DESC LIMIT 1")
                .param(agency.value())
                .query(
                        (row, _) ->
                                new Chosen(
                                        row.getBoolean("beacons"),
                                        Opening.valueOf(row.getString("open_units")),
                                        Opening.valueOf(row.getString("open_officers"))))
                .optional()
                .orElse(DEFAULT);
    }

    void set(AgencyId agency, Chosen chosen, PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO inspection_draw_setting
                            (agency_id, beacons, open_units, open_officers, set_at, set_by)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        agency.value(),
                        chosen.beacons(),
                        chosen.units().name(),
                        chosen.officers().name(),
                        Timestamp.from(at),
                        by.value())
                .update();
    }
}
