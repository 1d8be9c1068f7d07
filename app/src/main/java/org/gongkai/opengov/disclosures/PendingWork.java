package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.persistence.Rows.day;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What waits in the register of documents, and for whom (待办文件).
 *
 * <p>What was sent by the emergency path comes first, then what was formed earliest, whose clock of
 * 条例 art. 26 has run longest.
 */
@Repository
class PendingWork {
    /** More than this nobody reads in one list; the register of documents has the rest. */
    static final int MOST = 100;

    private static final String ZONE = "Asia/Shanghai";

    private final JdbcClient database;

    PendingWork(JdbcClient database) {
        this.database = database;
    }

    /**
     * A document that waits.
     *
     * @param clockFrom the day from which art. 26 counts: when the information was formed, or, of
     *     what was published before, when its correction was begun
     * @param assessOn the day set for looking at it again, art. 18
     */
    record Pending(
            Document document, @Nullable LocalDate clockFrom, @Nullable LocalDate assessOn) {}

    /** Which documents wait; its text has no value of the caller in it. */
    record Waiting(String where, Map<String, Object> parameters) {}

    /** What waits for this person's signature at a level: not what they wrote or signed already. */
    Waiting toSign(Actor actor, ReviewLevel level) {
        var parameters = parameters(actor, Reach.of(actor, level.role()));
        parameters.put("level", level.name());
        parameters.put("person", actor.person().value());
        return new Waiting(
                """
                d.state = 'IN_REVIEW' AND d.awaiting_level = :level
                AND NOT EXISTS (SELECT 1 FROM drafter w
                    WHERE w.document_id = d.id AND w.person_id = :person)
                AND NOT EXISTS (SELECT 1 FROM signature s WHERE s.document_id = d.id
                    AND s.signer = :person AND s.level <> :level)
                """
                        + within(Reach.of(actor, level.role())),
                parameters);
    }

    /** What a section's clerk has not sent, or got back. */
    Waiting toWrite(Actor actor, DocumentState state) {
        return waiting(actor, Role.CLERK, "d.state = '" + state.name() + "'");
    }

    /** What was to be published by itself and could not. */
    Waiting refusedSchedules(Actor actor) {
        return waiting(
                actor,
                Role.DISCLOSURE_OFFICE,
                "d.state = 'SCHEDULED' AND EXISTS (SELECT 1 FROM publication_schedule p"
                        + " WHERE p.document_id = d.id AND p.refused IS NOT NULL)");
    }

    /** What has passed every level and is to be published. */
    Waiting toPublish(Actor actor) {
        return waiting(
                actor, Role.DISCLOSURE_OFFICE, "d.state = 'APPROVED' AND d.attribute = '主动公开'");
    }

    /** What has passed every level and is to be filed without being published. */
    Waiting toKeep(Actor actor) {
        return waiting(
                actor, Role.DISCLOSURE_OFFICE, "d.state = 'APPROVED' AND d.attribute <> '主动公开'");
    }

    /** What is not public and has to be looked at again up to a day. */
    Waiting toAssess(Actor actor, LocalDate until) {
        var office = actor.has(Role.DISCLOSURE_OFFICE);
        var waiting =
                waiting(
                        actor,
                        office ? Role.DISCLOSURE_OFFICE : Role.CLERK,
                        "d.state = 'KEPT' AND EXISTS (SELECT 1 FROM assessment a WHERE"
                                + " a.document_id = d.id AND a.outcome IS NULL AND a.due_on <="
                                + " :until)");
        waiting.parameters().put("until", until);
        return waiting;
    }

    /** The first of them. */
    List<Pending> list(Waiting waiting) {
        return database.sql(
                        """
                        SELECT d.*,
                            (SELECT (max(c.taken_at) AT TIME ZONE :zone)::date FROM document_step c
                                WHERE c.document_id = d.id AND c.step = 'CORRECT') AS corrected_on,
                            (SELECT min(a.due_on) FROM assessment a
                                WHERE a.document_id = d.id AND a.outcome IS NULL) AS assess_on
                        FROM document d WHERE d.agency_id = :agency AND
                        """
                                + waiting.where()
                                + " ORDER BY d.emergency DESC, d.formed_on NULLS LAST, d.id"
                                + " LIMIT :most")
                .params(waiting.parameters())
                .query(PendingWork::read)
                .list();
    }

    /** How many there are. */
    long count(Waiting waiting) {
        return database.sql(
                        "SELECT count(*) FROM document d WHERE d.agency_id = :agency AND "
                                + waiting.where())
                .params(waiting.parameters())
                .query(Long.class)
                .single();
    }

    private static Waiting waiting(Actor actor, Role role, String where) {
        var reach = Reach.of(actor, role);
        return new Waiting(where + within(reach), parameters(actor, reach));
    }

    private static String within(Reach reach) {
        if (reach.isNothing()) {
            return " AND false";
        }
        return reach.all() ? "" : " AND d.section_id IN (:sections)";
    }

    private static Map<String, Object> parameters(Actor actor, Reach reach) {
        var parameters = new HashMap<String, Object>();
        parameters.put("agency", actor.agency().value());
        parameters.put("sections", reach.sections().stream().map(SectionId::value).toList());
        parameters.put("zone", ZONE);
        parameters.put("most", MOST);
        return parameters;
    }

    private static Pending read(ResultSet row, int number) throws SQLException {
        var document = Documents.read(row, number);
        var correctedOn = day(row, "corrected_on");
        return new Pending(
                document,
                correctedOn == null ? document.formedOn() : correctedOn,
                day(row, "assess_on"));
    }
}
