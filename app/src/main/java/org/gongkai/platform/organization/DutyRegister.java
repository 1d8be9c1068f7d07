package org.gongkai.platform.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of duties (职责登记): which topic belongs to which section. */
@Repository
class DutyRegister {
    static final String DUTIES = "organization_duty";

    private final JdbcClient db;

    DutyRegister(JdbcClient db) {
        this.db = db;
    }

    List<Duty> on(AgencyId agency, LocalDate day) {
        return db.sql(
                        """
                        SELECT * FROM organization_duty WHERE agency_id = :agency AND NOT replaced
                        AND daterange(valid_from, valid_to, '[]') @> :day ORDER BY section_id, id
                        """)
                .param("agency", agency.value())
                .param("day", day)
                .query(DutyRegister::read)
                .list();
    }

    Optional<Duty> find(long id) {
        return db.sql("SELECT * FROM organization_duty WHERE id = :id AND NOT replaced")
                .param("id", id)
                .query(DutyRegister::read)
                .optional();
    }

    Optional<Duty> find(AgencyId agency, String topic, LocalDate day) {
        return on(agency, day).stream().filter(it -> it.topic().equals(topic)).findFirst();
    }

    long add(AgencyId agency, String topic, SectionId section, LocalDate from, Recording by) {
        return db.sql(
                        """
                        INSERT INTO organization_duty (agency_id, topic, section_id, valid_from, recorded_at, recorded_by)
                        VALUES (:agency, :topic, :section, :from, :at, :by) RETURNING id
                        """)
                .param("agency", agency.value())
                .param("topic", topic)
                .param("section", section.value())
                .param("from", from)
                .param("at", by.at())
                .param("by", by.by())
                .query(Long.class)
                .single();
    }

    private static Duty read(ResultSet row, int number) throws SQLException {
        return new Duty(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("topic"),
                new SectionId(row.getLong("section_id")),
                Rows.validity(row));
    }
}
