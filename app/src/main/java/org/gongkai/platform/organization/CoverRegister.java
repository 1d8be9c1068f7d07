package org.gongkai.platform.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of absence cover (代行登记). */
@Repository
class CoverRegister {
    static final String COVERS = "organization_cover";

    private final JdbcClient db;

    CoverRegister(JdbcClient db) {
        this.db = db;
    }

    List<Cover> byDeputy(PersonId deputy, LocalDate day) {
        return db.sql(
                        """
                        SELECT * FROM organization_cover WHERE deputy_id = :deputy AND NOT replaced
                        AND daterange(valid_from, valid_to, '[]') @> :day ORDER BY id
                        """)
                .param("deputy", deputy.value())
                .param("day", day)
                .query(CoverRegister::read)
                .list();
    }

    /** Everything where this person is away or covers, newest first. */
    List<Cover> of(PersonId person) {
        return db.sql(
                        """
                        SELECT * FROM organization_cover WHERE NOT replaced
                        AND (absent_id = :person OR deputy_id = :person) ORDER BY valid_from DESC, id
                        """)
                .param("person", person.value())
                .query(CoverRegister::read)
                .list();
    }

    /** What is in force on the day or still to come. */
    List<Cover> notOver(AgencyId agency, LocalDate day) {
        return db.sql(
                        """
                        SELECT c.* FROM organization_cover c JOIN organization_person p ON p.id = c.absent_id
                        WHERE p.agency_id = :agency AND NOT c.replaced AND c.valid_to >= :day
                        ORDER BY c.valid_from, c.id
                        """)
                .param("agency", agency.value())
                .param("day", day)
                .query(CoverRegister::read)
                .list();
    }

    Optional<Cover> find(long id) {
        return db.sql("SELECT * FROM organization_cover WHERE id = :id AND NOT replaced")
                .param("id", id)
                .query(CoverRegister::read)
                .optional();
    }

    long add(CoverEntry.Checked entry, Role role, Recording by) {
        return db.sql(
                        """
                        INSERT INTO organization_cover (absent_id, deputy_id, role, reason, valid_from, valid_to, recorded_at, recorded_by)
                        VALUES (:absent, :deputy, :role, :reason, :from, :to, :at, :by) RETURNING id
                        """)
                .param("absent", entry.absent().id().value())
                .param("deputy", entry.deputy().id().value())
                .param("role", role.name())
                .param("reason", entry.reason())
                .param("from", entry.on().from())
                .param("to", entry.on().to())
                .param("at", by.at())
                .param("by", by.by())
                .query(Long.class)
                .single();
    }

    private static Cover read(ResultSet row, int number) throws SQLException {
        return new Cover(
                row.getLong("id"),
                new PersonId(row.getLong("absent_id")),
                new PersonId(row.getLong("deputy_id")),
                Role.valueOf(row.getString("role")),
                row.getString("reason"),
                Rows.validity(row));
    }
}
