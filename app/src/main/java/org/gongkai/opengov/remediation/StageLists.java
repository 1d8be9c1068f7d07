package org.gongkai.opengov.remediation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lists of stages of each agency (环节清单); without its own, an agency has the program's. */
@Repository
class StageLists {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<StageKind>> KINDS = new TypeReference<>() {};

    /**
     * What the program comes with (our reading, ADR 0292): all but the work itself ends in a notice
     * or a report.
     */
    private static final List<String> OWING =
            List.of("notice", "plan", "progress", "completion", "acceptance", "closing");

    private static final List<String> ORDER =
            List.of(
                    "notice",
                    "plan",
                    "work",
                    "progress",
                    "completion",
                    "acceptance",
                    ProjectState.CLOSING_STAGE);

    private final JdbcClient database;
    private final Wording wording;

    StageLists(JdbcClient database, Wording wording) {
        this.database = database;
        this.wording = wording;
    }

    /** The list in force. */
    StageList current(AgencyId agency) {
        return database.sql(
                        "SELECT number, kinds::text FROM remediation_stage_list WHERE agency_id = ?"
                                + " ORDER BY number DESC LIMIT 1")
                .param(agency.value())
                .query(
                        (row, _) ->
                                new StageList(
                                        row.getInt(1), JSON.readValue(row.getString(2), KINDS)))
                .optional()
                .orElseGet(this::shipped);
    }

    void add(AgencyId agency, StageList list, String reason, PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO remediation_stage_list (agency_id, number, kinds, reason, person_id, at)
                        VALUES (?, ?, ?::jsonb, ?, ?, ?)
                        """)
                .params(
                        agency.value(),
                        list.number(),
                        JSON.writeValueAsString(list.kinds()),
                        reason,
                        by.value(),
                        Timestamp.from(at))
                .update();
    }

    private StageList shipped() {
        return new StageList(
                0,
                ORDER.stream()
                        .map(
                                it ->
                                        new StageKind(
                                                it,
                                                wording.say("remediation.stage." + it),
                                                OWING.contains(it)))
                        .toList());
    }
}
