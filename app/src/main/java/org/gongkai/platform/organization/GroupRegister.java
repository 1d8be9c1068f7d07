package org.gongkai.platform.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of the leading group (领导小组登记): members, meetings, decisions. */
@Repository
class GroupRegister {
    static final String MEMBERS = "organization_group_member";

    private final JdbcClient db;

    GroupRegister(JdbcClient db) {
        this.db = db;
    }

    List<GroupMember> members(AgencyId agency, LocalDate day) {
        return db.sql(
                        """
                        SELECT * FROM organization_group_member WHERE agency_id = :agency AND NOT replaced
                        AND daterange(valid_from, valid_to, '[]') @> :day
                        ORDER BY array_position(ARRAY['LEADER', 'DEPUTY', 'MEMBER'], function), id
                        """)
                .param("agency", agency.value())
                .param("day", day)
                .query(GroupRegister::readMember)
                .list();
    }

    Optional<GroupMember> member(AgencyId agency, long id) {
        return db.sql(
                        "SELECT * FROM organization_group_member WHERE agency_id = :agency AND id = :id AND NOT replaced")
                .param("agency", agency.value())
                .param("id", id)
                .query(GroupRegister::readMember)
                .optional();
    }

    long addMember(
            AgencyId agency,
            PersonId person,
            GroupFunction function,
            LocalDate from,
            Recording by) {
        return db.sql(
                        """
                        INSERT INTO organization_group_member (agency_id, person_id, function, valid_from, recorded_at, recorded_by)
                        VALUES (:agency, :person, :function, :from, :at, :by) RETURNING id
                        """)
                .param("agency", agency.value())
                .param("person", person.value())
                .param("function", function.name())
                .param("from", from)
                .param("at", by.at())
                .param("by", by.by())
                .query(Long.class)
                .single();
    }

    /** Newest first. */
    List<GroupMeeting> meetings(AgencyId agency) {
        return db.sql(
                        """
                        SELECT m.id, m.held_on, m.title,
                            (SELECT coalesce(array_agg(d.decision ORDER BY d.position), '{}')
                             FROM organization_group_decision d WHERE d.meeting_id = m.id) AS decisions
                        FROM organization_group_meeting m
                        WHERE m.agency_id = :agency ORDER BY m.held_on DESC, m.id DESC
                        """)
                .param("agency", agency.value())
                .query(GroupRegister::readMeeting)
                .list();
    }

    long addMeeting(
            AgencyId agency, LocalDate heldOn, String title, List<String> decisions, Recording by) {
        long meeting =
                db.sql(
                                """
                                INSERT INTO organization_group_meeting (agency_id, held_on, title, recorded_at, recorded_by)
                                VALUES (:agency, :heldOn, :title, :at, :by) RETURNING id
                                """)
                        .param("agency", agency.value())
                        .param("heldOn", heldOn)
                        .param("title", title)
                        .param("at", by.at())
                        .param("by", by.by())
                        .query(Long.class)
                        .single();
        for (var position = 0; position < decisions.size(); position++) {
            db.sql(
                            "INSERT INTO organization_group_decision (meeting_id, position, decision) VALUES (:meeting, :position, :decision)")
                    .param("meeting", meeting)
                    .param("position", position + 1)
                    .param("decision", decisions.get(position))
                    .update();
        }
        return meeting;
    }

    private static GroupMember readMember(ResultSet row, int number) throws SQLException {
        return new GroupMember(
                row.getLong("id"),
                new PersonId(row.getLong("person_id")),
                GroupFunction.valueOf(row.getString("function")),
                Rows.validity(row));
    }

    private static GroupMeeting readMeeting(ResultSet row, int number) throws SQLException {
        return new GroupMeeting(
                row.getLong("id"),
                Rows.day(row, "held_on"),
                row.getString("title"),
                List.of((String[]) row.getArray("decisions").getArray()));
    }
}
