package org.gongkai.opengov.sitechecks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.sitechecks.CheckMeasure.Weight;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What agencies measured themselves by, the newest in force (自查尺度登记). Added to, never changed. */
@Repository
class CheckMeasures {
    private static final TypeReference<Map<CheckItem, Weight>> WEIGHTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    CheckMeasures(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A measure as it was set, with its number. */
    record Entry(long id, CheckMeasure measure, String reason, PersonId setBy, Instant setAt) {}

    Optional<Entry> newest(AgencyId agency) {
        return database.sql(
                        "SELECT * FROM site_check_measure WHERE agency_id = ?"
                                + " ORDER BY id DESC LIMIT 1")
                .param(agency.value())
                .query(this::read)
                .optional();
    }

    Optional<Entry> find(long id) {
        return database.sql("SELECT * FROM site_check_measure WHERE id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    long add(AgencyId agency, CheckMeasure measure, String reason, PersonId by, Instant at) {
        return database.sql(
                        """
                        INSERT INTO site_check_measure (agency_id, home_days, news_days, notice_months,
                            other_months, weights, reason, set_by, set_at)
                        VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?) RETURNING id
                        """)
                .params(
                        agency.value(),
                        measure.homeDays(),
                        measure.newsDays(),
                        measure.noticeMonths(),
                        measure.otherMonths(),
                        json.writeValueAsString(measure.weights()),
                        reason,
                        by.value(),
                        at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                new CheckMeasure(
                        row.getInt("home_days"),
                        row.getInt("news_days"),
                        row.getInt("notice_months"),
                        row.getInt("other_months"),
                        new EnumMap<>(json.readValue(row.getString("weights"), WEIGHTS))),
                row.getString("reason"),
                new PersonId(row.getLong("set_by")),
                row.getTimestamp("set_at").toInstant());
    }
}
