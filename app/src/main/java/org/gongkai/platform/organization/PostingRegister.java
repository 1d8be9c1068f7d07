package org.gongkai.platform.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of roles held and of openness officers (任职和兼职人员登记). */
@Repository
class PostingRegister {
    static final String GRANTS = "organization_grant";
    static final String OFFICERS = "organization_openness_officer";

    private final JdbcClient db;

    PostingRegister(JdbcClient db) {
        this.db = db;
    }

    List<HeldRole> rolesOf(PersonId person) {
        return db.sql(
                        "SELECT * FROM organization_grant WHERE person_id = :person AND NOT replaced ORDER BY valid_from, id")
                .param("person", person.value())
                .query(PostingRegister::readRole)
                .list();
    }

    List<HeldRole> rolesIn(AgencyId agency, LocalDate day) {
        return db.sql(
                        """
                        SELECT g.* FROM organization_grant g JOIN organization_person p ON p.id = g.person_id
                        WHERE p.agency_id = :agency AND NOT g.replaced
                          AND daterange(g.valid_from, g.valid_to, '[]') @> :day ORDER BY g.id
                        """)
                .param("agency", agency.value())
                .param("day", day)
                .query(PostingRegister::readRole)
                .list();
    }

    Optional<HeldRole> role(long id) {
        return db.sql("SELECT * FROM organization_grant WHERE id = :id AND NOT replaced")
                .param("id", id)
                .query(PostingRegister::readRole)
                .optional();
    }

    long grant(PersonId person, Role role, @Nullable SectionId section, Validity on, Recording by) {
        return db.sql(
                        """
                        INSERT INTO organization_grant (person_id, role, section_id, valid_from, valid_to, recorded_at, recorded_by)
                        VALUES (:person, :role, :section, :from, :to, :at, :by) RETURNING id
                        """)
                .param("person", person.value())
                .param("role", role.name())
                .param("section", section == null ? null : section.value())
                .param("from", on.from())
                .param("to", on.to())
                .param("at", by.at())
                .param("by", by.by())
                .query(Long.class)
                .single();
    }

    List<OpennessOfficer> officersIn(AgencyId agency, LocalDate day) {
        return db.sql(
                        """
                        SELECT o.* FROM organization_openness_officer o
                        JOIN organization_section s ON s.id = o.section_id
                        WHERE s.agency_id = :agency AND NOT o.replaced
                          AND daterange(o.valid_from, o.valid_to, '[]') @> :day
                        """)
                .param("agency", agency.value())
                .param("day", day)
                .query(PostingRegister::readOfficer)
                .list();
    }

    List<OpennessOfficer> officersOf(SectionId section) {
        return db.sql(
                        "SELECT * FROM organization_openness_officer WHERE section_id = :id AND NOT replaced ORDER BY valid_from")
                .param("id", section.value())
                .query(PostingRegister::readOfficer)
                .list();
    }

    List<OpennessOfficer> officersOf(PersonId person) {
        return db.sql(
                        "SELECT * FROM organization_openness_officer WHERE person_id = :id AND NOT replaced ORDER BY valid_from")
                .param("id", person.value())
                .query(PostingRegister::readOfficer)
                .list();
    }

    long nameOfficer(SectionId section, PersonId person, LocalDate from, Recording by) {
        return db.sql(
                        """
                        INSERT INTO organization_openness_officer (section_id, person_id, valid_from, recorded_at, recorded_by)
                        VALUES (:section, :person, :from, :at, :by) RETURNING id
                        """)
                .param("section", section.value())
                .param("person", person.value())
                .param("from", from)
                .param("at", by.at())
                .param("by", by.by())
                .query(Long.class)
                .single();
    }

    private static HeldRole readRole(ResultSet row, int number) throws SQLException {
        return new HeldRole(
                row.getLong("id"),
                new PersonId(row.getLong("person_id")),
                Role.valueOf(row.getString("role")),
                Rows.sectionOrNull(row),
                Rows.validity(row));
    }

    private static OpennessOfficer readOfficer(ResultSet row, int number) throws SQLException {
        return new OpennessOfficer(
                row.getLong("id"),
                new SectionId(row.getLong("section_id")),
                new PersonId(row.getLong("person_id")),
                Rows.validity(row));
    }
}
