package org.gongkai.opengov.pushing;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.pushing.PushSettings.Destination;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the disclosure office and the operator do about pushes (推送处理): look, try again, leave.
 * {@link PushStep} says who may.
 */
@Service
public class PushDesk {
    private static final int LONGEST_REASON = 500;

    private final Pushes pushes;
    private final Outbox outbox;
    private final PublicRegister register;
    private final PushSettings settings;
    private final AuditTrail audit;
    private final PushWorker worker;
    private final Clock clock;

    PushDesk(
            Pushes pushes,
            Outbox outbox,
            PublicRegister register,
            PushSettings settings,
            AuditTrail audit,
            PushWorker worker,
            Clock clock) {
        this.pushes = pushes;
        this.outbox = outbox;
        this.register = register;
        this.settings = settings;
        this.audit = audit;
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * A push with what it is about.
     *
     * @param document its listing, only while it is public
     */
    public record PushLine(Push push, Optional<PublicListing> document, List<PushStep> allowed) {}

    /** A push with everything that happened to it, oldest first. */
    public record PushHistory(
            PushLine line, List<PushAttempt> attempts, List<PushStepTaken> steps) {}

    /** Where pushes go; empty when nothing is pushed. */
    public Optional<String> destination() {
        return switch (settings.destination()) {
            case Destination.Http http -> Optional.of(http.url().toString());
            case Destination.Folder folder -> Optional.of(folder.folder().toString());
            case Destination.None none -> Optional.empty();
        };
    }

    /** A part of the list, newest first. */
    @Transactional(readOnly = true)
    public Items<PushLine> list(Actor by, PushFilter filter, Paging paging) {
        mayRead(by);
        long before = paging.cursor(1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        var found = pushes.list(by.agency(), filter, before, paging.fetch());
        return Items.of(lines(by, found), paging, it -> Cursor.at(it.push().id()));
    }

    /** A numbered page of the list, newest first. */
    @Transactional(readOnly = true)
    public List<PushLine> page(Actor by, PushFilter filter, int skip, int limit) {
        mayRead(by);
        return lines(by, pushes.page(by.agency(), filter, skip, limit));
    }

    /** How many the whole list has. */
    @Transactional(readOnly = true)
    public long count(Actor by, PushFilter filter) {
        mayRead(by);
        return pushes.count(by.agency(), filter);
    }

    /** How many there are in each state. */
    @Transactional(readOnly = true)
    public Map<PushState, Long> counts(Actor by) {
        mayRead(by);
        return pushes.counts(by.agency());
    }

    /** The whole list, to take out. */
    public PushExport export(Actor by, PushFilter filter) {
        mayRead(by);
        return taker -> pushes.eachPart(by.agency(), filter, it -> lines(by, it).forEach(taker));
    }

    /** One push with its attempts and receipt. */
    @Transactional(readOnly = true)
    public PushHistory one(Actor by, long id) {
        mayRead(by);
        var push = pushes.find(id).filter(it -> isOf(by, it)).orElseThrow(Refusal::notFound);
        return new PushHistory(
                lines(by, List.of(push)).getFirst(), pushes.attempts(id), pushes.steps(id));
    }

    /** Tries it again at once, with all attempts before it. */
    @Transactional
    public void retry(Actor by, long id, String reason) {
        var push = take(by, PushStep.RETRY, id, reason);
        outbox.again(push);
        worker.wakeAfterCommit();
    }

    /** Leaves it; the platform keeps what it has. */
    @Transactional
    public void skip(Actor by, long id, String reason) {
        outbox.skip(take(by, PushStep.SKIP, id, reason));
    }

    private Push take(Actor by, PushStep step, long id, String reason) {
        mayRead(by);
        var push = pushes.locked(id).filter(it -> isOf(by, it)).orElseThrow(Refusal::notFound);
        var grant =
                grant(by, step)
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                RefusalKind.NOT_ALLOWED,
                                                "pushing.refusal.role",
                                                Named.key("pushing.step." + step.name()),
                                                Named.roles(step.roles())));
        if (!step.from().contains(push.state()) || pushes.isOvertaken(push)) {
            throw Refusal.notPossibleNow(
                    allowed(by, push).stream().map(PushStep::slug).toList(),
                    "pushing.refusal.state",
                    Named.key("pushing.step." + step.name()),
                    Named.key("pushing.state." + push.state().name()));
        }
        var written = reason.strip();
        if (written.isEmpty()) {
            throw Refusal.invalid("reason", "pushing.field.reason");
        }
        if (written.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "pushing.field.too-long", LONGEST_REASON);
        }
        outbox.record(
                push,
                new PushStepTaken(step, written, by.person(), grant.onBehalfOf(), clock.instant()));
        audit.record(
                by,
                grant,
                step == PushStep.RETRY ? "pushing.retried" : "pushing.skipped",
                "push:" + push.id(),
                Map.of("state", push.state().name()),
                Map.of(
                        "document", push.document().toString(),
                        "operation", push.operation().name(),
                        "reason", written));
        return push;
    }

    private List<PushLine> lines(Actor by, List<Push> found) {
        var documents =
                register.findAll(found.stream().map(Push::document).collect(Collectors.toSet()));
        return found.stream()
                .map(
                        it ->
                                new PushLine(
                                        it,
                                        Optional.ofNullable(documents.get(it.document())),
                                        allowed(by, it)))
                .toList();
    }

    private List<PushStep> allowed(Actor by, Push push) {
        return Arrays.stream(PushStep.values())
                .filter(it -> it.from().contains(push.state()) && grant(by, it).isPresent())
                .filter(it -> !pushes.isOvertaken(push))
                .toList();
    }

    private static Optional<Grant> grant(Actor by, PushStep step) {
        return by.grants().stream().filter(it -> step.roles().contains(it.role())).findFirst();
    }

    private static boolean isOf(Actor by, Push push) {
        return push.agency().equals(by.agency());
    }

    /** Whether this person may see the pushes at all. */
    public static boolean canRead(Actor by) {
        return PushStep.READERS.stream().anyMatch(by::has);
    }

    private static void mayRead(Actor by) {
        if (!canRead(by)) {
            throw Refusal.of(
                    RefusalKind.NOT_ALLOWED,
                    "pushing.refusal.readers",
                    Named.roles(PushStep.READERS));
        }
    }
}
