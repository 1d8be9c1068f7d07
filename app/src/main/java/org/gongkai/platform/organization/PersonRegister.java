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

/** The register of people (人员登记). */
@Repository
class PersonRegister {
    private static final String PARTICULARS = "organization_person_particulars";
    private static final String NEAREST =
            """
            SELECT * FROM (
                SELECT DISTINCT ON (s.id) s.id AS person_id, s.agency_id, s.key, p.id AS version, p.name,
                    p.post, p.section_id, p.public, p.valid_from, p.valid_to,
                    daterange(p.valid_from, p.valid_to, '[]') @> :day AS exists_then
                FROM organization_person s
                JOIN organization_person_particulars p ON p.person_id = s.id AND NOT p.replaced
                ORDER BY s.id, (daterange(p.valid_from, p.valid_to, '[]') @> :day) DESC, p.valid_from DESC
            ) person
            """;

    private final JdbcClient db;
    private final Periods periods;

    PersonRegister(JdbcClient db, Periods periods) {
        this.db = db;
        this.periods = periods;
    }

    Optional<Person> find(PersonId id, LocalDate day) {
        return db.sql(NEAREST + "WHERE person_id = :id")
                .param("day", day)
                .param("id", id.value())
                .query(PersonRegister::read)
                .optional();
    }

    Optional<Person> find(String key, LocalDate day) {
        return db.sql(NEAREST + "WHERE key = :key")
                .param("day", day)
                .param("key", key)
                .query(PersonRegister::read)
                .optional();
    }

    List<Person> existing(AgencyId agency, LocalDate day) {
        return db.sql(NEAREST + "WHERE agency_id = :agency AND exists_then ORDER BY person_id")
                .param("day", day)
                .param("agency", agency.value())
                .query(PersonRegister::read)
                .list();
    }

    List<Person> all(AgencyId agency, LocalDate day) {
        return db.sql(NEAREST + "WHERE agency_id = :agency ORDER BY person_id")
                .param("day", day)
                .param("agency", agency.value())
                .query(PersonRegister::read)
                .list();
    }

    PersonId add(AgencyId agency, String key, Recording by) {
        return new PersonId(
                db.sql(
                                """
                                INSERT INTO organization_person (agency_id, key, recorded_at)
                                VALUES (:agency, :key, :at) RETURNING id
                                """)
                        .param("agency", agency.value())
                        .param("key", key)
                        .param("at", by.at())
                        .query(Long.class)
                        .single());
    }

    /** Puts these particulars in force from a day. */
    void begin(PersonId id, PersonEntry.Checked entry, Recording by) {
        periods.makeRoom(PARTICULARS, "person_id", id.value(), entry.from(), by);
        var section = entry.section();
        db.sql(
                        """
                        INSERT INTO organization_person_particulars (person_id, name, post, section_id,
                            public, valid_from, recorded_at, recorded_by)
                        VALUES (:person, :name, :post, :section, :public, :from, :at, :by)
                        """)
                .param("person", id.value())
                .param("name", entry.name())
                .param("post", entry.post())
                .param("section", section == null ? null : section.value())
                .param("public", entry.named())
                .param("from", entry.from())
                .param("at", by.at())
                .param("by", by.by())
                .update();
    }

    void end(Person person, LocalDate lastDay, Recording by) {
        periods.end(PARTICULARS, person.version(), lastDay, by);
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getLong("person_id")),
                row.getLong("version"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("key"),
                row.getString("name"),
                row.getString("post"),
                Rows.sectionOrNull(row),
                row.getBoolean("public"),
                Rows.validity(row));
    }
}
