package org.gongkai.opengov.inspections.tasks;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.gongkai.opengov.inspections.results.Measure;
import org.gongkai.opengov.inspections.results.Rectification;
import org.gongkai.opengov.inspections.results.ResultValuesBook;
import org.gongkai.opengov.inspections.tasks.VisitContent.Present;
import org.gongkai.opengov.inspections.tasks.VisitSheet.HandOver;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.textcheck.TextCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What officers do at the site and afterwards (现场检查): the day's list, the record, its pictures;
 * then what the firm puts right, the re-check, the hand-over.
 *
 * <p>What a telephone sends again under the same id is taken once; what was written on top of an
 * older record than the newest is kept beside it and lost to nobody (ADR 0249).
 */
@Service
@Transactional
public class FieldDesk {
    /** Pictures of a telephone: up to 20 MB. */
    private static final UploadLimits PHOTO =
            new UploadLimits(20L * 1024 * 1024, java.util.Set.of(MediaKind.JPEG, MediaKind.PNG));

    private static final int MOST_PHOTOS = 60;
    private static final int DAY = 200;
    private static final int WORDS = 1_000;

    private final ResultValuesBook values;
    private final Tasks tasks;
    private final Visits visits;
    private final TaskRights rights;
    private final FileStore files;
    private final TextCheck textCheck;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    FieldDesk(
            ResultValuesBook values,
            Tasks tasks,
            Visits visits,
            TaskRights rights,
            FileStore files,
            TextCheck textCheck,
            Calendars calendars,
            AuditTrail audit,
            Clock clock) {
        this.values = values;
        this.tasks = tasks;
        this.visits = visits;
        this.rights = rights;
        this.files = files;
        this.textCheck = textCheck;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A record that a page or a telephone sends.
     *
     * @param clientId made where it was written; the same id is the same save
     * @param base the number of the save it was made from; 0 for none
     * @param finished whether it is complete and ends the inspection
     * @param madeAt when it was written, ISO with offset; may be absent
     * @param fields of the form, by name
     */
    public record Sent(
            @Nullable String clientId,
            @Nullable Integer base,
            @Nullable Boolean finished,
            @Nullable String madeAt,
            Map<String, List<String>> fields) {}

    /**
     * What became of it.
     *
     * @param number of the newest save that counts
     * @param beside whether another came first and this one is kept beside
     */
    public record Kept(int number, boolean beside, boolean finished) {}

    /**
     * What this officer has to inspect: released and open, the first to be due first. Of a sealed
     * draw each is a look, and logged.
     */
    public List<TaskView> day(Actor by) {
        var filter = TaskFilter.all().in(TaskState.OPEN).of(by.person().value(), today());
        var found = tasks.open(by.agency(), filter, DAY);
        found.stream()
                .filter(InspectionTask::sealed)
                .forEach(it -> tasks.look(it.id(), by.person(), clock.instant()));
        var teams = tasks.teams(found.stream().map(InspectionTask::id).toList(), today());
        return found.stream()
                .map(
                        it -> {
                            var team = teams.getOrDefault(it.id(), List.of());
                            return new TaskView(
                                    it,
                                    team,
                                    TaskDesk.isShort(team, rights.dayOfVisit(it)),
                                    false,
                                    List.of(),
                                    List.of(),
                                    rights.allowed(by, it));
                        })
                .toList();
    }

    /** An inspection with its record. */
    public VisitSheet sheet(Actor by, long id) {
        var task = rights.seen(by, id);
        var team = rights.team(task);
        var view =
                new TaskView(
                        task,
                        team,
                        TaskDesk.isShort(team, rights.dayOfVisit(task)),
                        false,
                        tasks.steps(id),
                        List.of(),
                        rights.allowed(by, task));
        var newest = visits.newest(id);
        var rectification = visits.rectification(id);
        return new VisitSheet(
                view,
                form(task),
                newest,
                newest.map(it -> visits.present(it.id())).orElseGet(Present::nobody),
                visits.saves(id).stream().filter(VisitSave::isBeside).toList(),
                visits.evidence(id),
                values.of(by.agency()).on(today()),
                visits.measures(id),
                rectification,
                rectification
                        .map(it -> it.recheckBy(calendars.current(CalendarCode.NX)))
                        .orElse(null),
                visits.handOvers(id));
    }

    private CheckForm form(InspectionTask task) {
        var ended = task.endedOn();
        return visits.form(task.item().id(), ended == null ? rights.dayOfVisit(task) : ended);
    }

    /** Keeps a record; finishes the inspection when it is complete. */
    public Kept save(Actor by, long id, Sent sent) {
        var client = clientId(sent.clientId());
        var task = rights.locked(by, id);
        var content = VisitContent.of(sent.fields());
        var present = VisitContent.presentOf(sent.fields());
        boolean finished = Boolean.TRUE.equals(sent.finished());
        int base = Objects.requireNonNullElse(sent.base(), 0);
        var fingerprint = fingerprint(finished, sent.fields());
        int newest = visits.newest(id).map(VisitSave::number).orElse(0);
        var before = visits.save(client);
        if (before.isPresent()) {
            return again(before.get(), id, by, fingerprint, newest);
        }
        boolean ended = task.state() == TaskState.CHECKED || task.state() == TaskState.SKIPPED;
        boolean beside = ended || base != newest && task.state() == TaskState.OPEN;
        if (!rights.inTeam(by, task)) {
            throw Refusal.of(
                    RefusalKind.NOT_ALLOWED,
                    "inspections.tasks.refusal.team",
                    new org.springframework.context.support.DefaultMessageSourceResolvable(
                            "inspections.tasks.step.FINISH"));
        }
        var grant = beside ? null : rights.mayTake(by, TaskStep.FINISH, task);
        var check = check(task);
        if (!beside) {
            refuseUnready(task);
            var problems =
                    finished ? check.whenFinished(content, present) : check.whileWritten(content);
            if (!problems.isEmpty()) {
                throw Refusal.invalid(problems);
            }
        }
        var save =
                new VisitSave(
                        0,
                        id,
                        client,
                        base,
                        beside ? null : newest + 1,
                        finished,
                        content,
                        fingerprint,
                        madeAt(sent.madeAt()),
                        by.person(),
                        clock.instant());
        visits.add(save, check.form().id(), present);
        if (grant != null && finished) {
            finish(by, grant, task, content, check.read(content));
        } else {
            audit.record(
                    by,
                    "inspections.record-saved",
                    "inspection-task:" + id,
                    Map.of(),
                    Map.of("beside", beside));
        }
        return new Kept(beside ? newest : newest + 1, beside, finished && !beside);
    }

    private Kept again(VisitSave before, long task, Actor by, String fingerprint, int newest) {
        if (before.task() != task
                || !before.person().equals(by.person())
                || !before.fingerprint().equals(fingerprint)) {
            throw Refusal.of(RefusalKind.KEY_USED_OTHERWISE, "inspections.tasks.refusal.client-id");
        }
        return new Kept(
                Objects.requireNonNullElse(before.number(), newest),
                before.isBeside(),
                before.finished() && !before.isBeside());
    }

    /** Nobody goes before the day, and nobody goes alone. */
    private void refuseUnready(InspectionTask task) {
        if (today().isBefore(task.releaseOn())) {
            throw Refusal.of(
                    RefusalKind.NOT_POSSIBLE_NOW,
                    "inspections.tasks.refusal.before-release",
                    task.releaseOn());
        }
        if (TaskDesk.isShort(rights.team(task), today())) {
            throw Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "inspections.tasks.refusal.short");
        }
    }

    private VisitCheck check(InspectionTask task) {
        var free =
                rights.team(task).stream()
                        .filter(it -> it.hindrances(today()).isEmpty())
                        .map(TeamOfficer::name)
                        .toList();
        return new VisitCheck(
                form(task),
                values.of(task.agency()),
                free,
                visits.photos(task.id()),
                task.releaseOn(),
                LocalDateTime.now(clock));
    }

    private void finish(
            Actor by,
            Grant grant,
            InspectionTask task,
            VisitContent content,
            VisitCheck.Complete read) {
        var endedOn = read.left().toLocalDate();
        tasks.check(task.id(), endedOn, read.result().code());
        tasks.inspected(task.unit().id(), endedOn);
        visits.addMeasures(task.id(), read.measures());
        var due = read.rectifyBy();
        if (due != null) {
            visits.order(task.id(), endedOn, due, content.order());
        }
        took(by, grant, task, TaskStep.GIVE_NOTICE, "", endedOn);
        took(by, grant, task, TaskStep.ENTER, shown(read.arrived()), read.arrived().toLocalDate());
        took(by, grant, task, TaskStep.LEAVE, shown(read.left()), endedOn);
        took(by, grant, task, TaskStep.FINISH, read.result().term(), endedOn);
    }

    private static String shown(LocalDateTime moment) {
        return "%02d:%02d".formatted(moment.getHour(), moment.getMinute());
    }

    /** Takes in a picture; the same id is the same picture. */
    public Evidence addPhoto(
            Actor by,
            long id,
            @Nullable String clientId,
            @Nullable String question,
            InputStream content,
            String name) {
        var client = clientId(clientId);
        var task = rights.locked(by, id);
        var before = visits.evidence(client);
        if (before.isPresent()) {
            if (before.get().task() != id) {
                throw Refusal.of(
                        RefusalKind.KEY_USED_OTHERWISE, "inspections.tasks.refusal.client-id");
            }
            return before.get();
        }
        if (!rights.inTeam(by, task)) {
            throw Refusal.of(
                    RefusalKind.NOT_ALLOWED,
                    "inspections.tasks.refusal.team",
                    new org.springframework.context.support.DefaultMessageSourceResolvable(
                            "inspections.tasks.step.FINISH"));
        }
        refuseUnready(task);
        if (visits.evidence(id).size() >= MOST_PHOTOS) {
            throw Refusal.invalid("file", "inspections.tasks.field.photos", MOST_PHOTOS);
        }
        var original = files.put(content, name, PHOTO);
        var shown = textCheck.withoutProperties(original);
        visits.add(
                id, client, TaskDesk.text(question), original, shown, by.person(), clock.instant());
        audit.record(
                by,
                "inspections.photo-added",
                "inspection-task:" + id,
                Map.of(),
                Map.of("sha256", original.sha256()));
        return visits.evidence(client).orElseThrow();
    }

    /** A picture of the inspection without what the camera wrote into it, to be shown. */
    public StoredFile photo(Actor by, long id, long evidence) {
        rights.seen(by, id);
        var found =
                visits.evidence(id).stream()
                        .filter(it -> it.id() == evidence)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        return files.find(found.publicSha256(), found.name()).orElseThrow(Refusal::notFound);
    }

    /** The firm says that it is put right. */
    public void reportDone(Actor by, long id, @Nullable String on, String words) {
        var task = rights.locked(by, id);
        var grant = rights.mayTake(by, TaskStep.REPORT_DONE, task);
        var order = order(id);
        var day = day("on", on, order.orderedOn());
        if (order.reportedOn() != null || order.recheckedOn() != null) {
            throw Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "inspections.tasks.refusal.reported");
        }
        visits.reported(id, day);
        tasks.touch(id);
        took(by, grant, task, TaskStep.REPORT_DONE, said(words, true), day);
    }

    /** The officers looked again. */
    public void recheck(
            Actor by, long id, @Nullable String on, @Nullable Boolean passed, String words) {
        var task = rights.locked(by, id);
        var grant = rights.mayTake(by, TaskStep.RECHECK, task);
        var order = order(id);
        var day = day("on", on, order.orderedOn());
        if (passed == null) {
            throw Refusal.invalid("passed", "inspections.tasks.field.passed");
        }
        if (order.recheckedOn() != null) {
            throw Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "inspections.tasks.refusal.rechecked");
        }
        visits.rechecked(id, day, passed);
        tasks.touch(id);
        took(by, grant, task, TaskStep.RECHECK, said(words, true), day);
    }

    /** Hands over to the penalty procedure, or to the authority that is competent. */
    public void handOver(
            Actor by,
            long id,
            @Nullable String measure,
            @Nullable String receiver,
            @Nullable String paper,
            @Nullable String on,
            String words) {
        var task = rights.locked(by, id);
        var grant = rights.mayTake(by, TaskStep.HAND_OVER, task);
        var problems = new ArrayList<FieldProblem>();
        var what =
                Measure.named(TaskDesk.text(measure))
                        .filter(it -> it != Measure.ORDER_TO_CORRECT)
                        .orElse(null);
        if (what == null) {
            problems.add(FieldProblem.of("measure", "inspections.tasks.field.hand-over"));
        }
        var to = TaskDesk.text(receiver);
        if (to.isEmpty() || to.length() > WORDS) {
            problems.add(FieldProblem.of("receiver", "inspections.tasks.field.receiver"));
        }
        var number = TaskDesk.text(paper);
        if (number.isEmpty() || number.length() > WORDS) {
            problems.add(FieldProblem.of("paper", "inspections.tasks.field.paper"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        var day = day("on", on, Objects.requireNonNull(task.endedOn()));
        var measureTaken = Objects.requireNonNull(what);
        if (visits.handOvers(id).stream().anyMatch(it -> it.measure() == measureTaken)) {
            throw Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "inspections.tasks.refusal.handed");
        }
        visits.handOver(
                id,
                new HandOver(measureTaken, to, number, day, said(words, false)),
                by.person(),
                clock.instant());
        tasks.touch(id);
        took(
                by,
                grant,
                task,
                TaskStep.HAND_OVER,
                measureTaken.term() + "：" + to + "，" + number,
                day);
    }

    private Rectification order(long id) {
        return visits.rectification(id)
                .orElseThrow(
                        () ->
                                Refusal.of(
                                        RefusalKind.NOT_POSSIBLE_NOW,
                                        "inspections.tasks.refusal.no-order"));
    }

    private LocalDate day(String field, @Nullable String typed, LocalDate earliest) {
        try {
            var day = LocalDate.parse(TaskDesk.text(typed));
            if (day.isBefore(earliest) || day.isAfter(today())) {
                throw Refusal.invalid(field, "inspections.tasks.field.day-between", earliest);
            }
            return day;
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid(field, "inspections.tasks.field.day");
        }
    }

    private static String said(String typed, boolean needed) {
        var words = TaskDesk.text(typed);
        if (needed && words.isEmpty()) {
            throw Refusal.invalid("words", "inspections.tasks.field.words");
        }
        if (words.length() > WORDS) {
            throw Refusal.invalid("words", "inspections.tasks.field.too-long", WORDS);
        }
        return words;
    }

    private void took(
            Actor by, Grant grant, InspectionTask task, TaskStep step, String words, LocalDate on) {
        tasks.record(
                task.id(),
                new TaskStepTaken(
                        step, words, on, by.person(), grant.onBehalfOf(), clock.instant()));
        audit.record(
                by,
                grant,
                step.action(),
                "inspection-task:" + task.id(),
                Map.of(),
                Map.of("words", words, "on", on.toString()));
    }

    private Instant madeAt(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank()
                    ? clock.instant()
                    : java.time.OffsetDateTime.parse(typed.strip()).toInstant();
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid("madeAt", "inspections.tasks.field.made-at");
        }
    }

    private static UUID clientId(@Nullable String typed) {
        var text = TaskDesk.text(typed);
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Refusal.invalid("clientId", "inspections.tasks.field.client-id");
        }
        return UUID.fromString(text);
    }

    private static String fingerprint(boolean finished, Map<String, List<String>> fields) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) (finished ? 1 : 0));
            new TreeMap<>(fields)
                    .forEach(
                            (key, values) ->
                                    digest.update(
                                            (key + "\0" + String.join("\1", values) + "\2")
                                                    .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
