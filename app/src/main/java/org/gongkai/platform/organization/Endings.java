package org.gongkai.platform.organization;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What ends with a section or with a person's leaving (随撤并、离任终止的事项). */
@Component
class Endings {
    private final JdbcClient db;
    private final Periods periods;
    private final DutyRegister duties;

    Endings(JdbcClient db, Periods periods, DutyRegister duties) {
        this.db = db;
        this.periods = periods;
        this.duties = duties;
    }

    /** Roles and officers of the section end with it; its duties go to the successor, if any. */
    void ofSection(Section section, SectionClosing closing, Recording by) {
        var id = section.id().value();
        endAll(PostingRegister.GRANTS, "section_id", id, closing.lastDay(), by);
        endAll(PostingRegister.OFFICERS, "section_id", id, closing.lastDay(), by);
        var successor = closing.successor();
        var dayAfter = closing.lastDay().plusDays(1);
        var topics =
                duties.on(section.agency(), dayAfter).stream()
                        .filter(it -> it.section().equals(section.id()))
                        .toList();
        endAll(DutyRegister.DUTIES, "section_id", id, closing.lastDay(), by);
        if (successor != null) {
            topics.forEach(it -> duties.add(section.agency(), it.topic(), successor, dayAfter, by));
        }
    }

    /** Roles, officer's posts, membership and cover end with the person's last day. */
    void ofPerson(Person person, LocalDate lastDay, Recording by) {
        var id = person.id().value();
        endAll(PostingRegister.GRANTS, "person_id", id, lastDay, by);
        endAll(PostingRegister.OFFICERS, "person_id", id, lastDay, by);
        endAll(GroupRegister.MEMBERS, "person_id", id, lastDay, by);
        endAll(CoverRegister.COVERS, "absent_id", id, lastDay, by);
        endAll(CoverRegister.COVERS, "deputy_id", id, lastDay, by);
    }

    private void endAll(String table, String owner, long id, LocalDate lastDay, Recording by) {
        rows(table, owner, id, lastDay).forEach(row -> periods.end(table, row, lastDay, by));
    }

    private List<Long> rows(String table, String owner, long id, LocalDate lastDay) {
        return db.sql(
                        "SELECT id FROM %s WHERE %s = :id AND NOT replaced AND (valid_to IS NULL OR valid_to > :lastDay)"
                                .formatted(table, owner))
                .param("id", id)
                .param("lastDay", lastDay)
                .query(Long.class)
                .list();
    }
}
