package org.gongkai.opengov.requests.templates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.opengov.requests.letters.LetterTemplates;
import org.gongkai.opengov.requests.letters.TemplateSet;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of templates (模板版本); the latest is in force, before the first the program's own. */
@Repository
class TemplateVersions implements LetterTemplates {
    private final JdbcClient database;
    private final Map<String, TemplateSet> read = new ConcurrentHashMap<>();

    TemplateVersions(JdbcClient database) {
        this.database = database;
    }

    @Override
    public TemplateSet inForce(AgencyId agency) {
        var version = current(agency);
        return version.isOwn()
                ? read.computeIfAbsent("own", _ -> version.set())
                : read.computeIfAbsent(agency.value() + ":" + version.number(), _ -> version.set());
    }

    TemplateVersion current(AgencyId agency) {
        return database.sql(
                        "SELECT * FROM request_template_version WHERE agency_id = ?"
                                + " ORDER BY number DESC LIMIT 1")
                .param(agency.value())
                .query(TemplateVersions::read)
                .optional()
                .orElseGet(TemplateVersions::own);
    }

    Optional<TemplateVersion> find(AgencyId agency, int number) {
        return number == 0
                ? Optional.of(own())
                : database.sql(
                                "SELECT * FROM request_template_version WHERE agency_id = ?"
                                        + " AND number = ?")
                        .params(agency.value(), number)
                        .query(TemplateVersions::read)
                        .optional();
    }

    /** Newest first. */
    List<TemplateVersion> of(AgencyId agency, int skip, int limit) {
        return database.sql(
                        "SELECT * FROM request_template_version WHERE agency_id = ?"
                                + " ORDER BY number DESC OFFSET ? LIMIT ?")
                .params(agency.value(), skip, limit)
                .query(TemplateVersions::read)
                .list();
    }

    long count(AgencyId agency) {
        return database.sql("SELECT count(*) FROM request_template_version WHERE agency_id = ?")
                .param(agency.value())
                .query(Long.class)
                .single();
    }

    /** Nobody else writes a version of this agency until the transaction ends. */
    void hold(AgencyId agency) {
        database.sql("SELECT pg_advisory_xact_lock(4171, ?)")
                .param((int) agency.value())
                .query((_, _) -> true)
                .single();
    }

    void add(AgencyId agency, TemplateVersion it, PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO request_template_version (agency_id, number, name, text, why, person_id,
                            written_at) VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        agency.value(),
                        it.number(),
                        it.name(),
                        it.text(),
                        it.why(),
                        by.value(),
                        Timestamp.from(at))
                .update();
    }

    private static TemplateVersion own() {
        var text = TemplateSet.ownText();
        return new TemplateVersion(0, TemplateSet.read(text).name(), text, "", null, null);
    }

    private static TemplateVersion read(ResultSet row, int index) throws SQLException {
        return new TemplateVersion(
                row.getInt("number"),
                row.getString("name"),
                row.getString("text"),
                row.getString("why"),
                new PersonId(row.getLong("person_id")),
                row.getTimestamp("written_at").toInstant());
    }
}
