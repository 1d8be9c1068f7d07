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

/** The register of sections and subordinate units (科室和基层单位登记). */
@Repository
class SectionRegister {
    private static final String PARTICULARS = "organization_section_particulars";
    private static final String NEAREST =
            """
            SELECT * FROM (
                SELECT DISTINCT ON (s.id) s.id AS section_id, s.agency_id, s.key, s.kind,
                    p.id AS version, p.name, p.functions, p.phone, p.place, p.display_order,
                    p.valid_from, p.valid_to, daterange(p.valid_from, p.valid_to, '[]') @> :day AS exists_then
                FROM organization_section s
                JOIN organization_section_particulars p ON p.section_id = s.id AND NOT p.replaced
                ORDER BY s.id, (daterange(p.valid_from, p.valid_to, '[]') @> :day) DESC, p.valid_from DESC
            ) section
            """;

    private final JdbcClient db;
    private final Periods periods;

    SectionRegister(JdbcClient db, Periods periods) {
        this.db = db;
        this.periods = periods;
    }

    /** As it stands on the day, or as it last was or will first be. */
    Optional<Section> find(SectionId id, LocalDate day) {
        return db.sql(NEAREST + "WHERE section_id = :id")
                .param("day", day)
                .param("id", id.value())
                .query(SectionRegister::read)
                .optional();
    }

    Optional<Section> find(AgencyId agency, String keyOrName, LocalDate day) {
        return db.sql(
                        NEAREST
                                + """
                                WHERE agency_id = :agency AND (key = :asked OR name = :asked)
                                ORDER BY exists_then DESC, (key = :asked) DESC, section_id LIMIT 1
                                """)
                .param("day", day)
                .param("agency", agency.value())
                .param("asked", keyOrName)
                .query(SectionRegister::read)
                .optional();
    }

    List<Section> existing(AgencyId agency, LocalDate day) {
        return db.sql(
                        NEAREST
                                + "WHERE agency_id = :agency AND exists_then ORDER BY kind, display_order, section_id")
                .param("day", day)
                .param("agency", agency.value())
                .query(SectionRegister::read)
                .list();
    }

    List<Section> all(AgencyId agency, LocalDate day) {
        return db.sql(
                        NEAREST
                                + "WHERE agency_id = :agency ORDER BY kind, display_order, section_id")
                .param("day", day)
                .param("agency", agency.value())
                .query(SectionRegister::read)
                .list();
    }

    SectionId add(AgencyId agency, String key, SectionKind kind, Recording by) {
        return new SectionId(
                db.sql(
                                """
                                INSERT INTO organization_section (agency_id, key, kind, recorded_at)
                                VALUES (:agency, :key, :kind, :at) RETURNING id
                                """)
                        .param("agency", agency.value())
                        .param("key", key)
                        .param("kind", kind.name())
                        .param("at", by.at())
                        .query(Long.class)
                        .single());
    }

    /** Puts these particulars in force from a day. */
    void begin(SectionId id, SectionEntry.Checked entry, Recording by) {
        periods.makeRoom(PARTICULARS, "section_id", id.value(), entry.from(), by);
        db.sql(
                        """
                        INSERT INTO organization_section_particulars (section_id, name, functions, phone,
                            place, display_order, valid_from, recorded_at, recorded_by)
                        VALUES (:section, :name, :functions, :phone, :place, :displayOrder, :from, :at, :by)
                        """)
                .param("section", id.value())
                .param("name", entry.name())
                .param("functions", entry.functions())
                .param("phone", entry.phone())
                .param("place", entry.place())
                .param("displayOrder", entry.displayOrder())
                .param("from", entry.from())
                .param("at", by.at())
                .param("by", by.by())
                .update();
    }

    void close(Section section, SectionClosing closing, Recording by) {
        periods.end(PARTICULARS, section.version(), closing.lastDay(), by);
        var successor = closing.successor();
        db.sql(
                        """
                        INSERT INTO organization_section_closing (section_id, last_day, successor_id, reason, recorded_at, recorded_by)
                        VALUES (:section, :lastDay, :successor, :reason, :at, :by)
                        """)
                .param("section", section.id().value())
                .param("lastDay", closing.lastDay())
                .param("successor", successor == null ? null : successor.value())
                .param("reason", closing.reason())
                .param("at", by.at())
                .param("by", by.by())
                .update();
    }

    Optional<SectionClosing> closing(SectionId id) {
        return db.sql("SELECT * FROM organization_section_closing WHERE section_id = :id")
                .param("id", id.value())
                .query(SectionRegister::readClosing)
                .optional();
    }

    private static SectionClosing readClosing(ResultSet row, int number) throws SQLException {
        var successor = row.getLong("successor_id");
        var hasSuccessor = !row.wasNull();
        return new SectionClosing(
                new SectionId(row.getLong("section_id")),
                Rows.day(row, "last_day"),
                hasSuccessor ? new SectionId(successor) : null,
                row.getString("reason"));
    }

    private static Section read(ResultSet row, int number) throws SQLException {
        return new Section(
                new SectionId(row.getLong("section_id")),
                row.getLong("version"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("key"),
                SectionKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("functions"),
                row.getString("phone"),
                row.getString("place"),
                row.getInt("display_order"),
                Rows.validity(row));
    }
}
