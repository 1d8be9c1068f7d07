package org.gongkai.platform.organization;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.SectionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of the sections' disclosure lists (科室公开清单登记); versions are only added. */
@Repository
class ListRegister {
    private final JdbcClient db;

    ListRegister(JdbcClient db) {
        this.db = db;
    }

    /** The version in force on the day. */
    Optional<DisclosureList> on(SectionId section, LocalDate day) {
        return db.sql(
                        """
                        SELECT * FROM organization_list_version
                        WHERE section_id = :section AND valid_from <= :day
                        ORDER BY valid_from DESC, number DESC LIMIT 1
                        """)
                .param("section", section.value())
                .param("day", day)
                .query(this::readVersion)
                .optional();
    }

    Optional<DisclosureList> version(SectionId section, int number) {
        return db.sql(
                        "SELECT * FROM organization_list_version WHERE section_id = :section AND number = :number")
                .param("section", section.value())
                .param("number", number)
                .query(this::readVersion)
                .optional();
    }

    /** Every version, newest first. */
    List<DisclosureList> versions(SectionId section) {
        return db.sql(
                        "SELECT * FROM organization_list_version WHERE section_id = :section ORDER BY number DESC")
                .param("section", section.value())
                .query(this::readVersion)
                .list();
    }

    /** Since when the item has stood on the section's list. */
    LocalDate listedSince(SectionId section, String item) {
        return db.sql(
                        """
                        SELECT min(v.valid_from) FROM organization_list_version v
                        JOIN organization_list_entry e ON e.version_id = v.id
                        WHERE v.section_id = :section AND e.item = :item
                        """)
                .param("section", section.value())
                .param("item", item)
                .query(Date.class)
                .single()
                .toLocalDate();
    }

    void add(DisclosureList list, Recording by) {
        long version =
                db.sql(
                                """
                                INSERT INTO organization_list_version (section_id, number, valid_from, note, recorded_at, recorded_by)
                                VALUES (:section, :number, :from, :note, :at, :by) RETURNING id
                                """)
                        .param("section", list.section().value())
                        .param("number", list.number())
                        .param("from", list.validFrom())
                        .param("note", list.note())
                        .param("at", by.at())
                        .param("by", by.by())
                        .query(Long.class)
                        .single();
        for (var position = 0; position < list.items().size(); position++) {
            addEntry(version, position + 1, list.items().get(position));
        }
    }

    private void addEntry(long version, int position, DisclosureItem item) {
        db.sql(
                        """
                        INSERT INTO organization_list_entry (version_id, position, item, legal_ground,
                            article20_item, cadence, working_days, column_key)
                        VALUES (:version, :position, :item, :ground, :article20, :cadence, :days, :column)
                        """)
                .param("version", version)
                .param("position", position)
                .param("item", item.item())
                .param("ground", item.legalGround())
                .param("article20", item.article20Item())
                .param("cadence", item.cadence().name())
                .param("days", item.workingDays())
                .param("column", item.columnKey())
                .update();
    }

    private DisclosureList readVersion(ResultSet row, int number) throws SQLException {
        return new DisclosureList(
                new SectionId(row.getLong("section_id")),
                row.getInt("number"),
                Rows.day(row, "valid_from"),
                row.getString("note"),
                items(row.getLong("id")));
    }

    private List<DisclosureItem> items(long version) {
        return db.sql(
                        "SELECT * FROM organization_list_entry WHERE version_id = :version ORDER BY position")
                .param("version", version)
                .query(
                        (row, number) ->
                                new DisclosureItem(
                                        row.getString("item"),
                                        row.getString("legal_ground"),
                                        row.getInt("article20_item"),
                                        Cadence.valueOf(row.getString("cadence")),
                                        row.getInt("working_days"),
                                        row.getString("column_key")))
                .list();
    }
}
