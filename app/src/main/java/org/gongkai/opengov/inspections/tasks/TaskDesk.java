package org.gongkai.opengov.inspections.tasks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.draws.Certificates;
import org.gongkai.opengov.inspections.results.SkipReason;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk of the inspections (检查任务管理): ask for one outside the plan, approve it, form its team,
 * and say why a drawn unit was not checked. {@link TaskStep} says who may.
 */
@Service
@Transactional
public class TaskDesk {
    private static final int LONGEST = 1_000;
    private static final int SHORT = 100;
    private static final int PART = 200;

    private final Tasks tasks;
    private final TaskChoices choices;
    private final TaskRights rights;
    private final Certificates certificates;
    private final AuditTrail audit;
    private final Clock clock;

    TaskDesk(
            Tasks tasks,
            TaskChoices choices,
            TaskRights rights,
            Certificates certificates,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.choices = choices;
        this.rights = rights;
        this.certificates = certificates;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is typed to ask for an inspection outside the plan.
     *
     * @param source cause, as {@code complaint}
     * @param unit credit code of the firm, or its number in the register
     * @param item number of the item in the list
     * @param officers certificate numbers, at least two
     * @param releaseOn the first day of the visit, ISO
     * @param dueOn the last day, ISO
     */
    public record Proposal(
            @Nullable String source,
            @Nullable String unit,
            @Nullable String item,
            @Nullable List<String> officers,
            @Nullable String reason,
            @Nullable String reference,
            @Nullable String releaseOn,
            @Nullable String dueOn) {}

    /** Asks for an inspection outside the plan; a leader decides. Its id. */
    public long propose(Actor by, Proposal typed) {
        var grant = InspectionRights.mustKeep(by);
        var checked = check(by, typed);
        var now = clock.instant();
        long id =
                tasks.add(
                        new Tasks.New(
                                by.agency(),
                                checked.source(),
                                null,
                                null,
                                null,
                                checked.unit(),
                                checked.item(),
                                checked.reason(),
                                checked.reference(),
                                false,
                                checked.releaseOn(),
                                checked.dueOn(),
                                TaskState.PROPOSED,
                                by.person(),
                                now),
                        today().getYear());
        checked.officers().forEach(it -> tasks.join(id, it, now));
        refuseShort(tasks.find(id).orElseThrow());
        took(by, grant, id, TaskStep.PROPOSE, checked.reason(), null);
        return id;
    }

    /** A leader approves an inspection outside the plan. */
    public void approve(Actor by, long id, @Nullable Long version, String words) {
        var task = take(by, TaskStep.APPROVE, id, version, text(words), null);
        refuseShort(task);
        tasks.approve(id, by.person());
    }

    /** A leader does not approve it, and says why. */
    public void refuse(Actor by, long id, @Nullable Long version, String words) {
        take(by, TaskStep.REFUSE, id, version, required(words), null);
        tasks.refuse(id);
    }

    /** Adds an officer to the team, by certificate number. */
    public void addOfficer(Actor by, long id, @Nullable Long version, String certificate) {
        var task = take(by, TaskStep.ADD_OFFICER, id, version, text(certificate), null);
        var officer =
                choices.officer(by.agency(), text(certificate), today())
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "officer", "inspections.tasks.field.officer"));
        if (rights.team(task).stream().anyMatch(it -> it.officer() == officer)) {
            throw Refusal.invalid("officer", "inspections.tasks.field.in-team");
        }
        tasks.join(id, officer, clock.instant());
        var joined = rights.team(task).stream().filter(it -> it.officer() == officer).findFirst();
        joined.filter(it -> !it.hindrances(rights.dayOfVisit(task)).isEmpty())
                .ifPresent(
                        _ -> {
                            throw Refusal.invalid("officer", "inspections.tasks.field.not-free");
                        });
        tasks.touch(id);
    }

    /** Takes an officer out of the team of an inspection outside the plan, with the reason. */
    public void removeOfficer(
            Actor by, long id, @Nullable Long version, String certificate, String words) {
        var task = take(by, TaskStep.REMOVE_OFFICER, id, version, required(words), null);
        if (task.source() == TaskSource.DRAWN) {
            throw Refusal.of(
                    RefusalKind.NOT_POSSIBLE_NOW, "inspections.tasks.refusal.amend-the-draw");
        }
        var officer =
                rights.team(task).stream()
                        .filter(it -> it.certificate().equals(text(certificate)))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "officer", "inspections.tasks.field.officer"));
        tasks.leave(id, officer.officer(), required(words), clock.instant());
        tasks.touch(id);
    }

    /** Says why it was not checked; only a reason that counts, with words and the paper. */
    public void skip(
            Actor by, long id, @Nullable Long version, @Nullable String reason, String words) {
        var task = take(by, TaskStep.SKIP, id, version, required(words), null);
        var named =
                SkipReason.named(Objects.requireNonNullElse(reason, ""))
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "reason", "inspections.tasks.field.skip-reason"));
        if (named == SkipReason.AMENDED && task.source() != TaskSource.DRAWN) {
            throw Refusal.invalid("reason", "inspections.tasks.field.not-drawn");
        }
        if (today().isBefore(task.releaseOn())) {
            throw Refusal.of(
                    RefusalKind.NOT_POSSIBLE_NOW,
                    "inspections.tasks.refusal.before-release",
                    task.releaseOn());
        }
        tasks.skip(id, today(), named, required(words));
    }

    /** One inspection, as this person may see it. */
    public TaskView one(Actor by, long id) {
        var task = rights.seen(by, id);
        var team = rights.team(task);
        return new TaskView(
                task,
                team,
                isShort(team, rights.dayOfVisit(task)),
                false,
                tasks.steps(id),
                task.sealed() && TaskRights.answers(by) ? tasks.looks(id) : List.of(),
                rights.allowed(by, task));
    }

    /** The paper that the officers show at the door; of a drawn inspection alone. */
    public byte[] certificate(Actor by, long id) {
        var address = rights.seen(by, id).certificate();
        if (address == null) {
            throw Refusal.notFound();
        }
        return certificates.paper(address);
    }

    /** A part of the list, newest first. */
    @Transactional(readOnly = true)
    public Items<TaskView> list(Actor by, TaskFilter filter, Paging paging) {
        long before = paging.cursor(1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        var found = tasks.list(by.agency(), narrowed(by, filter), before, paging.fetch());
        return Items.of(lines(by, found), paging, it -> Cursor.at(it.task().id()));
    }

    /** A numbered page of the list, newest first. */
    @Transactional(readOnly = true)
    public List<TaskView> page(Actor by, TaskFilter filter, int skip, int limit) {
        return lines(by, tasks.page(by.agency(), narrowed(by, filter), skip, limit));
    }

    /** How many there are in each state, whatever state the filter names. */
    @Transactional(readOnly = true)
    public Map<TaskState, Long> counts(Actor by, TaskFilter filter) {
        return tasks.counts(by.agency(), narrowed(by, filter.in(null)));
    }

    /** Hands over the whole list, newest first, read in parts. */
    @Transactional(readOnly = true)
    public void forEach(Actor by, TaskFilter filter, Consumer<TaskView> taker) {
        var narrowed = narrowed(by, filter);
        var before = Long.MAX_VALUE;
        List<InspectionTask> part;
        do {
            part = tasks.list(by.agency(), narrowed, before, PART);
            lines(by, part).forEach(taker);
            before = part.isEmpty() ? 0 : part.getLast().id();
        } while (part.size() == PART);
    }

    /** What is open and not secret for this person, the first to be due first. */
    @Transactional(readOnly = true)
    public List<TaskView> open(Actor by) {
        return lines(by, tasks.open(by.agency(), narrowed(by, TaskFilter.all()), PART)).stream()
                .filter(it -> !it.task().isHiddenOn(today()))
                .toList();
    }

    /** Whether this person has a list of inspections at all. */
    public static boolean canRead(Actor by) {
        return InspectionRights.reads(by);
    }

    /** What there is to choose from for an inspection outside the plan. */
    @Transactional(readOnly = true)
    public TaskChoices.All choices(Actor by) {
        InspectionRights.mustKeep(by);
        return choices.all(by.agency(), today());
    }

    private List<TaskView> lines(Actor by, List<InspectionTask> found) {
        var teams = tasks.teams(found.stream().map(InspectionTask::id).toList(), today());
        return found.stream()
                .map(
                        it -> {
                            var team = teams.getOrDefault(it.id(), List.of());
                            return new TaskView(
                                    it,
                                    team,
                                    isShort(team, rights.dayOfVisit(it)),
                                    it.sealed() && it.state() == TaskState.OPEN,
                                    List.of(),
                                    List.of(),
                                    rights.allowed(by, it));
                        })
                .toList();
    }

    /** An officer is shown the inspections of their own teams. */
    private TaskFilter narrowed(Actor by, TaskFilter filter) {
        InspectionRights.mustRead(by);
        return InspectionRights.inspects(by) && !TaskRights.answers(by)
                ? filter.of(by.person().value(), today())
                : filter;
    }

    private InspectionTask take(
            Actor by,
            TaskStep step,
            long id,
            @Nullable Long version,
            String words,
            @Nullable LocalDate on) {
        var task = rights.locked(by, id);
        var grant = rights.mayTake(by, step, task);
        if (version != null && version != task.version()) {
            throw Refusal.stale(task.version(), "inspections.tasks.refusal.stale");
        }
        took(by, grant, id, step, words, on);
        return task;
    }

    private void took(
            Actor by, Grant grant, long id, TaskStep step, String words, @Nullable LocalDate on) {
        tasks.record(
                id,
                new TaskStepTaken(
                        step, words, on, by.person(), grant.onBehalfOf(), clock.instant()));
        audit.record(
                by,
                grant,
                step.action(),
                "inspection-task:" + id,
                Map.of(),
                Map.of("words", words));
    }

    private void refuseShort(InspectionTask task) {
        var day = rights.dayOfVisit(task);
        if (isShort(rights.team(task), day)) {
            throw Refusal.invalid("officers", "inspections.tasks.field.short", day);
        }
    }

    static boolean isShort(List<TeamOfficer> team, LocalDate on) {
        return VisitTeam.of(team.stream().map(TeamOfficer::facts).toList(), on).isShort();
    }

    private record Checked(
            TaskSource source,
            long unit,
            long item,
            List<Long> officers,
            String reason,
            String reference,
            LocalDate releaseOn,
            LocalDate dueOn) {}

    private Checked check(Actor by, Proposal typed) {
        var problems = new ArrayList<FieldProblem>();
        var source =
                TaskSource.named(text(typed.source()))
                        .filter(TaskSource::needsApproval)
                        .orElse(null);
        if (source == null) {
            problems.add(FieldProblem.of("source", "inspections.tasks.field.source"));
        }
        var unit = choices.unit(by.agency(), text(typed.unit()), today());
        if (unit.isEmpty()) {
            problems.add(FieldProblem.of("unit", "inspections.tasks.field.unit"));
        }
        var item = choices.item(by.agency(), text(typed.item()), today());
        if (item.isEmpty()) {
            problems.add(FieldProblem.of("item", "inspections.tasks.field.item"));
        }
        var reason = text(typed.reason());
        if (reason.isEmpty()) {
            problems.add(FieldProblem.of("reason", "inspections.tasks.field.reason"));
        }
        if (reason.length() > LONGEST) {
            problems.add(FieldProblem.of("reason", "inspections.tasks.field.too-long", LONGEST));
        }
        var reference = text(typed.reference());
        if (reference.length() > SHORT) {
            problems.add(FieldProblem.of("reference", "inspections.tasks.field.too-long", SHORT));
        }
        var officers = officers(by, typed.officers(), problems);
        var release = day("releaseOn", typed.releaseOn(), problems);
        var due = day("dueOn", typed.dueOn(), problems);
        if (release != null && release.isBefore(today())) {
            problems.add(FieldProblem.of("releaseOn", "inspections.tasks.field.past"));
        }
        if (release != null && due != null && due.isBefore(release)) {
            problems.add(FieldProblem.of("dueOn", "inspections.tasks.field.due-first"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new Checked(
                Objects.requireNonNull(source),
                unit.orElseThrow(),
                item.orElseThrow(),
                officers,
                reason,
                reference,
                Objects.requireNonNull(release),
                Objects.requireNonNull(due));
    }

    private List<Long> officers(
            Actor by, @Nullable List<String> typed, List<FieldProblem> problems) {
        var found = new LinkedHashSet<Long>();
        for (var certificate : typed == null ? List.<String>of() : typed) {
            var officer = choices.officer(by.agency(), text(certificate), today());
            if (officer.isEmpty()) {
                problems.add(FieldProblem.of("officers", "inspections.tasks.field.officer"));
                return List.of();
            }
            found.add(officer.get());
        }
        if (found.size() < VisitTeam.FEWEST) {
            problems.add(FieldProblem.of("officers", "inspections.tasks.field.officers"));
        }
        return List.copyOf(found);
    }

    private @Nullable LocalDate day(
            String field, @Nullable String typed, List<FieldProblem> problems) {
        try {
            return LocalDate.parse(text(typed));
        } catch (java.time.DateTimeException unreadable) {
            problems.add(FieldProblem.of(field, "inspections.tasks.field.day"));
            return null;
        }
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "")
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }

    private static String required(String typed) {
        var words = text(typed);
        if (words.isEmpty()) {
            throw Refusal.invalid("words", "inspections.tasks.field.words");
        }
        if (words.length() > LONGEST) {
            throw Refusal.invalid("words", "inspections.tasks.field.too-long", LONGEST);
        }
        return words;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
