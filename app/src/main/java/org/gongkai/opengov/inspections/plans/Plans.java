package org.gongkai.opengov.inspections.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.inspections.InspectionMethod;
import org.gongkai.opengov.inspections.PermitClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The register of plans with their versions (年度抽查计划台账). */
@Repository
class Plans {
    private static final String VERSION =
            "SELECT v.*, p.agency_id, p.year FROM inspection_plan_version v JOIN inspection_plan p"
                    + " ON p.id = v.plan_id ";

    private final JdbcClient database;
    private final JsonMapper json;

    Plans(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The plan of a year, by number. */
    Optional<Long> of(AgencyId agency, int year) {
        return database.sql("SELECT id FROM inspection_plan WHERE agency_id = ? AND year = ?")
                .params(agency.value(), year)
                .query(Long.class)
                .optional();
    }

    /** The newest version of each year's plan that was not dropped, newest year first. */
    List<PlanVersion> newest(AgencyId agency) {
        return database.sql(
                        VERSION
                                + """
                                WHERE p.agency_id = ? AND v.number = (SELECT coalesce(
                                        max(number) FILTER (WHERE state <> 'DROPPED'), max(number))
                                    FROM inspection_plan_version WHERE plan_id = p.id)
                                ORDER BY p.year DESC
                                """)
                .param(agency.value())
                .query(this::version)
                .list();
    }

    /** Every version of a plan, newest first. */
    List<PlanVersion> versions(AgencyId agency, long plan) {
        return database.sql(VERSION + "WHERE p.agency_id = ? AND p.id = ? ORDER BY v.number DESC")
                .params(agency.value(), plan)
                .query(this::version)
                .list();
    }

    Optional<PlanVersion> version(AgencyId agency, long plan, int number) {
        return database.sql(VERSION + "WHERE p.agency_id = ? AND p.id = ? AND v.number = ?")
                .params(agency.value(), plan, number)
                .query(this::version)
                .optional();
    }

    /** The version in force for a year. */
    Optional<PlanVersion> inForce(AgencyId agency, int year) {
        return database.sql(
                        VERSION + "WHERE p.agency_id = ? AND p.year = ? AND v.state = 'APPROVED'")
                .params(agency.value(), year)
                .query(this::version)
                .optional();
    }

    /** The version in force that has this line, whatever its year. */
    Optional<PlanVersion> inForceWith(AgencyId agency, long line) {
        return database.sql(
                        VERSION
                                + """
                                WHERE p.agency_id = ? AND v.state = 'APPROVED' AND EXISTS (SELECT
                                    FROM inspection_plan_line l WHERE l.plan_id = v.plan_id
                                        AND l.number = v.number AND l.line_key = ?)
                                """)
                .params(agency.value(), line)
                .query(this::version)
                .optional();
    }

    /** Nobody else changes this plan until the transaction ends. */
    void hold(long plan) {
        database.sql("SELECT pg_advisory_xact_lock(4181, ?)")
                .param((int) plan)
                .query((_, _) -> true)
                .single();
    }

    long addPlan(AgencyId agency, int year) {
        return database.sql(
                        "INSERT INTO inspection_plan (agency_id, year) VALUES (?, ?) RETURNING id")
                .params(agency.value(), year)
                .query(Long.class)
                .single();
    }

    void addVersion(
            long plan, int number, String reason, PlanSettings settings, PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO inspection_plan_version (plan_id, number, state, reason, officer_cap,
                            yearly_cap, seats, drafted_by, drafted_at) VALUES (?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        plan,
                        number,
                        reason,
                        settings.officerCap(),
                        settings.yearlyCap(),
                        settings.seats(),
                        by.value(),
                        Timestamp.from(at))
                .update();
    }

    /** Back to a draft, whose old numbers no longer hold. */
    void reopen(PlanVersion it, PlanSettings settings) {
        database.sql(
                        """
                        UPDATE inspection_plan_version SET state = 'DRAFT', feasibility = NULL, officer_cap = ?,
                            yearly_cap = ?, seats = ?, revision = revision + 1 WHERE plan_id = ? AND number = ?
                        """)
                .params(
                        settings.officerCap(),
                        settings.yearlyCap(),
                        settings.seats(),
                        it.plan(),
                        it.number())
                .update();
    }

    void computed(PlanVersion it, Feasibility feasibility) {
        database.sql(
                        """
                        UPDATE inspection_plan_version SET state = 'COMPUTED', feasibility = ?::jsonb,
                            revision = revision + 1 WHERE plan_id = ? AND number = ?
                        """)
                .params(json.writeValueAsString(feasibility), it.plan(), it.number())
                .update();
    }

    /** In force from now on; the one before is replaced. */
    void approve(PlanVersion it, PersonId by, Instant at) {
        database.sql(
                        "UPDATE inspection_plan_version SET state = 'REPLACED', revision = revision"
                                + " + 1 WHERE plan_id = ? AND state = 'APPROVED'")
                .param(it.plan())
                .update();
        database.sql(
                        """
                        UPDATE inspection_plan_version SET state = 'APPROVED', approved_by = ?, approved_at = ?,
                            revision = revision + 1 WHERE plan_id = ? AND number = ?
                        """)
                .params(by.value(), Timestamp.from(at), it.plan(), it.number())
                .update();
    }

    void drop(PlanVersion it) {
        database.sql(
                        "UPDATE inspection_plan_version SET state = 'DROPPED', revision = revision +"
                                + " 1 WHERE plan_id = ? AND number = ?")
                .params(it.plan(), it.number())
                .update();
    }

    long newKey() {
        return database.sql("SELECT nextval('inspection_plan_line_key')")
                .query(Long.class)
                .single();
    }

    void addLine(long plan, int number, PlanLine it) {
        database.sql(
                        """
                        INSERT INTO inspection_plan_line (plan_id, number, line_key, position, title, classes,
                            permit_classes, industries, regions, items, methods, formula, amount, graded,
                            quarters, initiator, joint, note)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        plan,
                        number,
                        it.key(),
                        it.position(),
                        it.title(),
                        names(it.classes()),
                        names(it.permitClasses()),
                        it.industries().toArray(String[]::new),
                        it.regions().toArray(String[]::new),
                        it.items().toArray(Long[]::new),
                        names(it.methods()),
                        FormulaKind.of(it.formula()).name(),
                        FormulaKind.kept(it.formula()),
                        it.graded(),
                        it.quarters().toArray(Integer[]::new),
                        it.initiator(),
                        it.joint().toArray(String[]::new),
                        it.note())
                .update();
    }

    void removeLine(long plan, int number, long key) {
        database.sql(
                        "DELETE FROM inspection_plan_line WHERE plan_id = ? AND number = ? AND"
                                + " line_key = ?")
                .params(plan, number, key)
                .update();
    }

    void place(long plan, int number, long key, int position) {
        database.sql(
                        "UPDATE inspection_plan_line SET position = ? WHERE plan_id = ? AND number ="
                                + " ? AND line_key = ?")
                .params(position, plan, number, key)
                .update();
    }

    void addStep(
            long plan,
            int number,
            PlanStep step,
            String note,
            PersonId by,
            Grant under,
            Instant at) {
        var absent = under.onBehalfOf();
        database.sql(
                        """
                        INSERT INTO inspection_plan_step (plan_id, number, step, note, person_id, on_behalf_of,
                            taken_at) VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(plan, number, step.name(), note, by.value())
                .param(absent == null ? null : absent.value())
                .param(Timestamp.from(at))
                .update();
    }

    /** What was done with a plan, newest first. */
    List<PlanStepTaken> steps(long plan) {
        return database.sql("SELECT * FROM inspection_plan_step WHERE plan_id = ? ORDER BY id DESC")
                .param(plan)
                .query(Plans::step)
                .list();
    }

    void addPaper(PlanVersion of, DocumentId document, PersonId by, Instant at) {
        database.sql(
                        "INSERT INTO inspection_plan_paper (plan_id, number, document_id, person_id,"
                                + " at) VALUES (?, ?, ?, ?, ?)")
                .params(of.plan(), of.number(), document.value(), by.value(), Timestamp.from(at))
                .update();
    }

    /** The documents in which a version was put before the public, newest first. */
    List<DocumentId> papers(long plan, int number) {
        return database.sql(
                        "SELECT document_id FROM inspection_plan_paper WHERE plan_id = ? AND number ="
                                + " ? ORDER BY at DESC, document_id")
                .params(plan, number)
                .query((row, _) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    private PlanVersion version(ResultSet row, int index) throws SQLException {
        var plan = row.getLong("plan_id");
        var number = row.getInt("number");
        var feasibility = row.getString("feasibility");
        var approvedBy = row.getObject("approved_by", Long.class);
        var approvedAt = row.getTimestamp("approved_at");
        return new PlanVersion(
                plan,
                new AgencyId(row.getLong("agency_id")),
                row.getInt("year"),
                number,
                PlanState.valueOf(row.getString("state")),
                row.getString("reason"),
                new PlanSettings(
                        row.getInt("officer_cap"), row.getInt("yearly_cap"), row.getInt("seats")),
                row.getLong("revision"),
                new PersonId(row.getLong("drafted_by")),
                row.getTimestamp("drafted_at").toInstant(),
                feasibility == null ? null : json.readValue(feasibility, Feasibility.class),
                approvedBy == null ? null : new PersonId(approvedBy),
                approvedAt == null ? null : approvedAt.toInstant(),
                lines(plan, number));
    }

    private List<PlanLine> lines(long plan, int number) {
        return database.sql(
                        "SELECT * FROM inspection_plan_line WHERE plan_id = ? AND number = ? ORDER BY"
                                + " position, line_key")
                .params(plan, number)
                .query(Plans::line)
                .list();
    }

    private static PlanLine line(ResultSet row, int index) throws SQLException {
        return new PlanLine(
                row.getLong("line_key"),
                row.getInt("position"),
                row.getString("title"),
                texts(row, "classes").stream()
                        .map(SupervisionClass::valueOf)
                        .collect(Collectors.toSet()),
                texts(row, "permit_classes").stream()
                        .map(PermitClass::valueOf)
                        .collect(Collectors.toSet()),
                texts(row, "industries"),
                texts(row, "regions"),
                List.of((Long[]) row.getArray("items").getArray()),
                texts(row, "methods").stream()
                        .map(InspectionMethod::valueOf)
                        .collect(Collectors.toSet()),
                FormulaKind.valueOf(row.getString("formula")).with(row.getInt("amount")),
                row.getBoolean("graded"),
                new TreeSet<>(Arrays.asList((Integer[]) row.getArray("quarters").getArray())),
                row.getString("initiator"),
                texts(row, "joint"),
                row.getString("note"));
    }

    private static PlanStepTaken step(ResultSet row, int index) throws SQLException {
        var absent = row.getObject("on_behalf_of", Long.class);
        return new PlanStepTaken(
                row.getInt("number"),
                PlanStep.valueOf(row.getString("step")),
                row.getString("note"),
                new PersonId(row.getLong("person_id")),
                absent == null ? null : new PersonId(absent),
                row.getTimestamp("taken_at").toInstant());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }
}
