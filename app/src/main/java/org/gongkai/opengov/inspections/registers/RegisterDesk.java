package org.gongkai.opengov.inspections.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.LocalRulesBook;
import org.gongkai.opengov.inspections.RecusalReason;
import org.gongkai.opengov.inspections.registers.RegisterChange.Values;
import org.gongkai.opengov.inspections.registers.RegisterRows.Author;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.audit.Personal;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the keeper does with items, units, officers and recusals (名录维护): enter, change, end, merge.
 * Nothing is removed: an entry ends, and what changed stays on record.
 */
@Service
public class RegisterDesk {
    private static final int PART = 500;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NOTE = 1_000;

    private final RegisterRows rows;
    private final RecusalNotes notes;
    private final PublicationOfRegisters publication;
    private final InspectedUnits units;
    private final EnforcementOfficers officers;
    private final LocalRulesBook rules;
    private final Organization organization;
    private final AuditTrail audit;
    private final Clock clock;

    RegisterDesk(
            RegisterRows rows,
            RecusalNotes notes,
            PublicationOfRegisters publication,
            InspectedUnits units,
            EnforcementOfficers officers,
            LocalRulesBook rules,
            Organization organization,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.notes = notes;
        this.publication = publication;
        this.units = units;
        this.officers = officers;
        this.rules = rules;
        this.organization = organization;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An entry with its history.
     *
     * @param changes the newest first
     * @param allowed what this person may do with it now
     * @param note what was written about a recusal, for the keeper and leaders alone; else null
     */
    public record Whole(
            RegisterEntry entry,
            List<RegisterChange> changes,
            List<RegisterStep> allowed,
            @Nullable String note) {}

    /** Whether this person may see the register at all. */
    public static boolean canRead(Actor by, Register register) {
        return InspectionRights.reads(by)
                && (register != Register.RECUSAL
                        || InspectionRights.readsTies(by)
                        || InspectionRights.inspects(by));
    }

    /** How many entries a filter finds. */
    @Transactional(readOnly = true)
    public long count(Actor by, Register register, RegisterFilter filter) {
        return rows.count(register, by.agency(), narrowed(by, register, filter), today());
    }

    /** A numbered page of the list, in the order of entry. */
    @Transactional(readOnly = true)
    public List<RegisterEntry> page(
            Actor by, Register register, RegisterFilter filter, int skip, int limit) {
        return rows.page(
                register, by.agency(), narrowed(by, register, filter), today(), skip, limit);
    }

    /** A part of the list, in the order of entry. */
    @Transactional(readOnly = true)
    public Items<RegisterEntry> list(
            Actor by, Register register, RegisterFilter filter, Paging paging) {
        long after = paging.cursor(1).map(it -> it.number(0)).orElse(0L);
        var found =
                rows.after(
                        register,
                        by.agency(),
                        narrowed(by, register, filter),
                        today(),
                        after,
                        paging.fetch());
        return Items.of(found, paging, it -> Cursor.at(it.id()));
    }

    /** Hands over the whole list, read in parts. */
    @Transactional(readOnly = true)
    public void forEach(
            Actor by, Register register, RegisterFilter filter, Consumer<RegisterEntry> taker) {
        var narrowed = narrowed(by, register, filter);
        var after = 0L;
        List<RegisterEntry> part;
        do {
            part = rows.after(register, by.agency(), narrowed, today(), after, PART);
            part.forEach(taker);
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
    }

    /** The regions that occur in a register. */
    @Transactional(readOnly = true)
    public List<String> regions(Actor by, Register register) {
        InspectionRights.mustRead(by);
        return register.fields().stream().noneMatch(it -> it.key().equals("region"))
                ? List.of()
                : rows.regions(register, by.agency());
    }

    /** One entry with its history. */
    @Transactional(readOnly = true)
    public Whole one(Actor by, Register register, long id) {
        var narrowed = narrowed(by, register, RegisterFilter.current());
        var entry = rows.find(register, by.agency(), id).orElseThrow(Refusal::notFound);
        var own = narrowed.officer();
        if (own != null && !entry.value("officerId").equals(own.toString())) {
            throw Refusal.notFound();
        }
        return new Whole(
                entry,
                rows.changes(register, id),
                allowed(by, entry),
                register == Register.RECUSAL && InspectionRights.readsTies(by)
                        ? notes.find(id).orElse(null)
                        : null);
    }

    /**
     * Enters something new.
     *
     * @param typed by field, as typed
     * @param note of a recusal, what is to be known of it; null or empty for nothing
     * @return its id
     */
    @Transactional
    public long enter(
            Actor by, Register register, Map<String, String> typed, @Nullable String note) {
        var grant = InspectionRights.mustKeep(by);
        var values = checked(by.agency(), register, typed);
        var text = words("note", note, LONGEST_NOTE, false);
        var id = added(register, by, values);
        if (register == Register.RECUSAL && !text.isEmpty()) {
            notes.keep(id, text);
        }
        publication.touched(by.agency(), register);
        audit.record(
                by,
                grant,
                action(register, "entered"),
                subject(register, id),
                Map.of(),
                audited(register, values));
        return id;
    }

    /**
     * Changes what an entry says; what stays the same is left out of the record.
     *
     * @param typed by field; a field that is not in it stays as it is
     * @param reason why, e.g. 更名; may be empty
     */
    @Transactional
    public void change(
            Actor by,
            Register register,
            long id,
            @Nullable Long version,
            Map<String, String> typed,
            @Nullable String reason) {
        var grant = InspectionRights.mustKeep(by);
        var entry = taken(by, register, id, version, RegisterStep.CHANGE);
        var whole = new HashMap<>(typedForm(entry));
        whole.putAll(typed);
        var values = checked(by.agency(), register, whole);
        var why = words("reason", reason, LONGEST_REASON, false);
        var fields = differences(register, entry.values(), values);
        if (fields.isEmpty()) {
            throw Refusal.invalid("", "inspections.refusal.same");
        }
        try {
            rows.change(register, id, values);
        } catch (DuplicateKeyException twice) {
            throw isThere(register);
        }
        rows.record(entry, fields, why, author(by));
        if (register.published().stream().anyMatch(it -> fields.containsKey(it.key()))) {
            publication.touched(by.agency(), register);
        }
        audit(by, grant, entry, "changed", fields, why);
    }

    /** What stands in the form for an entry: references by what names them. */
    private Map<String, String> typedForm(RegisterEntry entry) {
        var form = new HashMap<>(entry.values());
        form.putAll(entry.typed());
        form.computeIfPresent("personId", (_, id) -> keyOf(id));
        return form;
    }

    private String keyOf(String person) {
        return person.isEmpty()
                ? ""
                : organization.person(new PersonId(Long.parseLong(person))).key();
    }

    /**
     * Ends an entry (退出): it stays on record and is neither drawn nor published any more.
     *
     * @param on the first day it no longer stands; of items and recusals, the last on which it does
     */
    @Transactional
    public void end(
            Actor by,
            Register register,
            long id,
            @Nullable Long version,
            @Nullable String on,
            @Nullable String reason) {
        var grant = InspectionRights.mustKeep(by);
        var entry = taken(by, register, id, version, RegisterStep.END);
        end(by, grant, entry, on, reason, null);
    }

    /**
     * Merges a unit into another (合并): it ends, points to the other, and the officers who may not
     * inspect it may not inspect the other.
     *
     * @param into credit code of the unit that goes on, with its site where it is not the first
     */
    @Transactional
    public void merge(
            Actor by,
            long id,
            @Nullable Long version,
            @Nullable String into,
            @Nullable String on,
            @Nullable String reason) {
        var grant = InspectionRights.mustKeep(by);
        var entry = taken(by, Register.UNIT, id, version, RegisterStep.MERGE);
        var asked = Objects.requireNonNullElse(into, "").strip();
        var other = lookups(by.agency()).unit(asked);
        if (other.isEmpty()) {
            throw Refusal.invalid("into", "inspections.problem.unit", asked);
        }
        if (other.getAsLong() == id) {
            throw Refusal.invalid("into", "inspections.problem.itself");
        }
        end(by, grant, entry, on, reason, other.getAsLong());
    }

    private void end(
            Actor by,
            Grant grant,
            RegisterEntry entry,
            @Nullable String on,
            @Nullable String reason,
            @Nullable Long into) {
        var register = entry.register();
        var day = endingDay(entry, on);
        var why = words("reason", reason, LONGEST_REASON, true);
        rows.end(register, entry.id(), day, why);
        var fields = new LinkedHashMap<String, Values>();
        fields.put(
                RegisterChange.ENDED,
                new Values(Objects.toString(entry.endedOn(), ""), day.toString()));
        if (into != null) {
            rows.merge(entry.id(), into, day, author(by));
            fields.put(RegisterChange.MERGED, new Values("", into.toString()));
        }
        rows.record(entry, fields, why, author(by));
        publication.touched(entry.agency(), register);
        audit(by, grant, entry, into == null ? "ended" : "merged", fields, why);
    }

    private LocalDate endingDay(RegisterEntry entry, @Nullable String on) {
        var problems = new ArrayList<FieldProblem>();
        var field = RegisterField.of("on", RegisterField.Kind.DAY).must();
        var read =
                reading(entry.agency())
                        .read(field, Objects.requireNonNullElse(on, ""), problems::add);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        var day = LocalDate.parse(read);
        var begun = LocalDate.parse(entry.value(began(entry.register())));
        if (day.isBefore(begun)) {
            throw Refusal.invalid("on", "inspections.problem.before-begin", begun);
        }
        if (entry.register().leavesAtDawn() && day.isAfter(today())) {
            throw Refusal.invalid("on", "inspections.problem.future");
        }
        return day;
    }

    private static String began(Register register) {
        return switch (register) {
            case ITEM -> "validFrom";
            case UNIT -> "enteredOn";
            case OFFICER -> "joinedOn";
            case RECUSAL -> "since";
        };
    }

    private long added(Register register, Actor by, Map<String, String> values) {
        try {
            return rows.add(register, by.agency(), values, author(by));
        } catch (DuplicateKeyException twice) {
            throw isThere(register);
        }
    }

    private static Refusal isThere(Register register) {
        return Refusal.invalid(
                register.naming().getFirst().key(), "inspections.problem.twice." + register.name());
    }

    private Map<String, String> checked(
            AgencyId agency, Register register, Map<String, String> typed) {
        var problems = new ArrayList<FieldProblem>();
        var values = new HashMap<String, String>();
        var reading = reading(agency);
        for (var field : register.fields()) {
            values.put(
                    field.key(),
                    reading.read(field, typed.getOrDefault(field.key(), ""), problems::add));
        }
        if (problems.isEmpty()) {
            checkTogether(agency, register, values, problems);
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(List.copyOf(problems));
        }
        return values;
    }

    private void checkTogether(
            AgencyId agency,
            Register register,
            Map<String, String> values,
            List<FieldProblem> problems) {
        RegisterCheck.together(register, values, today()).ifPresent(problems::add);
        if (register == Register.RECUSAL) {
            var reason = RecusalReason.valueOf(values.getOrDefault("reason", ""));
            if (!rules.on(agency, LocalDate.parse(values.getOrDefault("since", "")))
                    .recusalReasons()
                    .contains(reason)) {
                problems.add(FieldProblem.of("reason", "inspections.problem.reason-not-ruled"));
            }
        }
    }

    private RegisterEntry taken(
            Actor by, Register register, long id, @Nullable Long version, RegisterStep step) {
        var entry = rows.locked(register, by.agency(), id).orElseThrow(Refusal::notFound);
        if (version != null && version != entry.version()) {
            throw Refusal.stale(entry.version(), "inspections.refusal.stale");
        }
        if (!allowed(by, entry).contains(step)) {
            throw Refusal.notPossibleNow(List.of(), "inspections.refusal.ended");
        }
        return entry;
    }

    private List<RegisterStep> allowed(Actor by, RegisterEntry entry) {
        if (!InspectionRights.keeps(by) || entry.hasEndedBy(today())) {
            return List.of();
        }
        return entry.register() == Register.UNIT
                ? List.of(RegisterStep.values())
                : List.of(RegisterStep.CHANGE, RegisterStep.END);
    }

    /** An officer is shown their own recusals alone. */
    private RegisterFilter narrowed(Actor by, Register register, RegisterFilter filter) {
        InspectionRights.mustRead(by);
        if (register != Register.RECUSAL || InspectionRights.readsTies(by)) {
            return filter;
        }
        if (!InspectionRights.inspects(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "inspections.refusal.ties");
        }
        return filter.of(
                officers.of(by.agency(), by.person()).map(EnforcementOfficer::id).orElse(0L));
    }

    static Map<String, Values> differences(
            Register register, Map<String, String> before, Map<String, String> after) {
        var fields = new LinkedHashMap<String, Values>();
        for (var field : register.fields()) {
            var was = before.getOrDefault(field.key(), "");
            var is = after.getOrDefault(field.key(), "");
            if (!was.equals(is)) {
                fields.put(field.key(), new Values(was, is));
            }
        }
        return fields;
    }

    private void audit(
            Actor by,
            Grant grant,
            RegisterEntry entry,
            String done,
            Map<String, Values> fields,
            String reason) {
        var before = new HashMap<String, Object>();
        var after = new HashMap<String, Object>();
        fields.forEach(
                (key, it) -> {
                    before.put(key, guarded(entry.register(), key, it.before()));
                    after.put(key, guarded(entry.register(), key, it.after()));
                });
        after.put("words", reason);
        audit.record(
                by,
                grant,
                action(entry.register(), done),
                subject(entry.register(), entry.id()),
                before,
                after);
    }

    private static Map<String, Object> audited(Register register, Map<String, String> values) {
        var kept = new HashMap<String, Object>();
        values.forEach((key, value) -> kept.put(key, guarded(register, key, value)));
        return kept;
    }

    /** What is an officer's or a legal person's own stands in the trail as a hash. */
    private static Object guarded(Register register, String key, String value) {
        var isPersonal =
                register == Register.RECUSAL
                        || register == Register.OFFICER && (key.equals("name") || key.equals("sex"))
                        || key.equals("legalPerson");
        return isPersonal ? Personal.of(value) : value;
    }

    private static String action(Register register, String done) {
        return "inspections." + register.slug() + "-" + done;
    }

    private static String subject(Register register, long id) {
        return "inspection-" + register.slug() + ":" + id;
    }

    private static String words(
            String field, @Nullable String typed, int longest, boolean required) {
        var text =
                Objects.requireNonNullElse(typed, "").replaceAll("[\\p{Cntrl}&&[^\n]]", "").strip();
        if (required && text.isEmpty()) {
            throw Refusal.invalid(field, "inspections.problem.required");
        }
        if (text.length() > longest) {
            throw Refusal.invalid(field, "inspections.problem.too-long", longest);
        }
        return text;
    }

    private FieldReading reading(AgencyId agency) {
        return new FieldReading(lookups(agency));
    }

    private Lookups lookups(AgencyId agency) {
        return new StandingLookups(agency, units, officers, organization);
    }

    private Author author(Actor by) {
        return new Author(by.person(), clock.instant(), null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
