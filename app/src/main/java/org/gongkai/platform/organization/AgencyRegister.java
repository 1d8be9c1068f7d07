package org.gongkai.platform.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of agencies and their prefixes (机关登记). */
@Repository
class AgencyRegister {
    private static final String PARTICULARS = "organization_agency_particulars";
    private static final String NEAREST =
            """
            SELECT * FROM (
                SELECT DISTINCT ON (a.id) a.id AS agency_id, a.key, p.id AS version, p.name,
                    p.short_name, p.region, p.department_code, p.site_id_code, p.icp_number, p.police_number, p.organ_mark, p.functions, p.address,
                    p.office_hours, p.phone, p.fax, p.contact, p.valid_from, p.valid_to
                FROM organization_agency a
                JOIN organization_agency_particulars p ON p.agency_id = a.id AND NOT p.replaced
                ORDER BY a.id, (daterange(p.valid_from, p.valid_to, '[]') @> :day) DESC, p.valid_from DESC
            ) agency
            """;

    private final JdbcClient db;
    private final Periods periods;

    AgencyRegister(JdbcClient db, Periods periods) {
        this.db = db;
        this.periods = periods;
    }

    List<Agency> all(LocalDate day) {
        return db.sql(NEAREST + "ORDER BY agency_id")
                .param("day", day)
                .query(AgencyRegister::read)
                .list();
    }

    Optional<Agency> find(AgencyId id, LocalDate day) {
        return db.sql(NEAREST + "WHERE agency_id = :id")
                .param("day", day)
                .param("id", id.value())
                .query(AgencyRegister::read)
                .optional();
    }

    Optional<Agency> find(String key, LocalDate day) {
        return db.sql(NEAREST + "WHERE key = :key")
                .param("day", day)
                .param("key", key)
                .query(AgencyRegister::read)
                .optional();
    }

    AgencyId add(String key, Recording by) {
        return new AgencyId(
                db.sql(
                                "INSERT INTO organization_agency (key, recorded_at) VALUES (:key, :at) RETURNING id")
                        .param("key", key)
                        .param("at", by.at())
                        .query(Long.class)
                        .single());
    }

    /** Puts these particulars in force from a day. */
    void begin(AgencyId id, AgencyEntry.Checked entry, Recording by) {
        periods.makeRoom(PARTICULARS, "agency_id", id.value(), entry.from(), by);
        db.sql(
                        """
                        INSERT INTO organization_agency_particulars (agency_id, name, short_name, region,
                            department_code, site_id_code, icp_number, police_number, organ_mark, functions, address, office_hours, phone, fax,
                            contact, valid_from, recorded_at, recorded_by)
                        VALUES (:agency, :name, :shortName, :region, :departmentCode, :siteIdCode, :icpNumber, :policeNumber, :organMark,
                            :functions, :address, :officeHours, :phone, :fax, :contact, :from, :at, :by)
                        """)
                .param("agency", id.value())
                .param("name", entry.name())
                .param("shortName", entry.shortName())
                .param("region", entry.region().value())
                .param("departmentCode", entry.departmentCode())
                .param("siteIdCode", entry.siteIdCode())
                .param("icpNumber", entry.icpNumber())
                .param("policeNumber", entry.policeNumber())
                .param("organMark", entry.organMark())
                .param("functions", entry.functions())
                .param("address", entry.address())
                .param("officeHours", entry.officeHours())
                .param("phone", entry.phone())
                .param("fax", entry.fax())
                .param("contact", entry.contact())
                .param("from", entry.from())
                .param("at", by.at())
                .param("by", by.by())
                .update();
    }

    List<PrefixPeriod> prefixes(AgencyId id) {
        return db.sql(
                        """
                        SELECT id, prefix, valid_from, valid_to FROM organization_prefix
                        WHERE agency_id = :agency AND NOT replaced ORDER BY valid_from
                        """)
                .param("agency", id.value())
                .query(
                        (row, number) ->
                                new PrefixPeriod(
                                        row.getLong("id"),
                                        new PublisherPrefix(row.getString("prefix")),
                                        Rows.validity(row)))
                .list();
    }

    /** Who owns this prefix, now or once. */
    Optional<AgencyId> owner(PublisherPrefix prefix) {
        return db.sql("SELECT agency_id FROM organization_prefix_owner WHERE prefix = :prefix")
                .param("prefix", prefix.value())
                .query(Long.class)
                .optional()
                .map(AgencyId::new);
    }

    /** Writes this prefix from a day on; the one before it ends the day before. */
    void beginPrefix(AgencyId id, PublisherPrefix prefix, Validity validity, Recording by) {
        db.sql(
                        """
                        INSERT INTO organization_prefix_owner (prefix, agency_id)
                        VALUES (:prefix, :agency) ON CONFLICT DO NOTHING
                        """)
                .param("prefix", prefix.value())
                .param("agency", id.value())
                .update();
        if (!owner(prefix).equals(Optional.of(id))) {
            throw Refusal.invalid(
                    "prefix", "organization.refused.prefix-of-another", prefix.value());
        }
        periods.makeRoom("organization_prefix", "agency_id", id.value(), validity.from(), by);
        db.sql(
                        """
                        INSERT INTO organization_prefix (agency_id, prefix, valid_from, valid_to, recorded_at, recorded_by)
                        VALUES (:agency, :prefix, :from, :to, :at, :by)
                        """)
                .param("agency", id.value())
                .param("prefix", prefix.value())
                .param("from", validity.from())
                .param("to", validity.to())
                .param("at", by.at())
                .param("by", by.by())
                .update();
    }

    private static Agency read(ResultSet row, int number) throws SQLException {
        return new Agency(
                new AgencyId(row.getLong("agency_id")),
                row.getLong("version"),
                row.getString("key"),
                row.getString("name"),
                row.getString("short_name"),
                new RegionCode(row.getString("region")),
                row.getString("department_code"),
                row.getString("site_id_code"),
                row.getString("icp_number"),
                row.getString("police_number"),
                row.getString("organ_mark"),
                row.getString("functions"),
                row.getString("address"),
                row.getString("office_hours"),
                row.getString("phone"),
                row.getString("fax"),
                row.getString("contact"),
                Rows.validity(row));
    }
}
