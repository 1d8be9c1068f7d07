package org.gongkai.opengov.disclosures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.PendingWork.Pending;
import org.gongkai.opengov.disclosures.PendingWork.Waiting;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.worklist.WorkCount;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documents on a person's start page (待办文件): to sign, to mend, to send, to publish, to file, to
 * look at again; each due by the last day of 条例 art. 26, or the day set under art. 18.
 */
@Component
@Order(10)
class DisclosureWork implements WorklistSource {
    /** How many days before it is due an assessment is shown. */
    static final int ASSESSMENT_LEAD_DAYS = 30;

    private static final String KEY = "disclosures.work.";
    private static final Set<DocumentState> CLERK_COUNTS =
            EnumSet.of(DocumentState.DRAFT, DocumentState.RETURNED);
    private static final Set<DocumentState> READER_COUNTS =
            EnumSet.of(DocumentState.IN_REVIEW, DocumentState.APPROVED, DocumentState.PUBLISHED);

    private final PendingWork pending;
    private final DocumentDesk desk;
    private final Rights rights;
    private final Calendars calendars;

    DisclosureWork(PendingWork pending, DocumentDesk desk, Rights rights, Calendars calendars) {
        this.pending = pending;
        this.desk = desk;
        this.rights = rights;
        this.calendars = calendars;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        if (!rights.readsDocuments(actor)) {
            return List.of();
        }
        var assessed = pending.toAssess(actor, today.plusDays(ASSESSMENT_LEAD_DAYS));
        return Stream.of(
                        levels(actor).flatMap(it -> toSign(actor, it)),
                        items("returned", "/edit", pending.toWrite(actor, DocumentState.RETURNED)),
                        items("draft", "/edit", pending.toWrite(actor, DocumentState.DRAFT)),
                        items("schedule-refused", "", pending.refusedSchedules(actor)),
                        items("publish", "", pending.toPublish(actor)),
                        items("keep", "", pending.toKeep(actor)),
                        items("assess", "", assessed))
                .flatMap(it -> it)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkCount> countsFor(Actor actor, LocalDate today) {
        if (!rights.readsDocuments(actor)) {
            return List.of();
        }
        var counts = new ArrayList<WorkCount>();
        if (levels(actor).findAny().isPresent()) {
            counts.add(signing(actor));
        }
        if (actor.has(Role.CLERK)) {
            CLERK_COUNTS.forEach(it -> counts.add(listed(actor, it)));
        }
        READER_COUNTS.forEach(it -> counts.add(listed(actor, it)));
        return counts;
    }

    private Stream<WorkItem> toSign(Actor actor, ReviewLevel level) {
        return pending.list(pending.toSign(actor, level)).stream()
                .filter(it -> !actsForOthers(actor, level) || maySign(actor, it.document()))
                .map(it -> item("sign", "/review", it, Named.level(level)));
    }

    /** A deputy may not sign what the absent person wrote or signed, which the query leaves in. */
    private boolean maySign(Actor actor, Document document) {
        return rights.allowed(actor, document).contains(Step.SIGN);
    }

    private static boolean actsForOthers(Actor actor, ReviewLevel level) {
        return actor.grants().stream()
                .anyMatch(it -> it.role() == level.role() && it.onBehalfOf() != null);
    }

    private Stream<WorkItem> items(String what, String page, Waiting waiting) {
        return pending.list(waiting).stream()
                .map(it -> item(what, page, it, it.document().attribute()));
    }

    private WorkItem item(String what, String page, Pending waiting, Object more) {
        var document = waiting.document();
        return new WorkItem(
                KEY + what,
                List.of(Named.title(document), more),
                "/desk/documents/" + document.id() + page,
                due(waiting),
                document.section(),
                document.emergency());
    }

    private @Nullable LocalDate due(Pending waiting) {
        var from = waiting.clockFrom();
        if (waiting.document().state() == DocumentState.KEPT) {
            return waiting.assessOn();
        }
        boolean keptBack =
                PublicAttribute.ofTerm(waiting.document().attribute())
                        .filter(it -> it != PublicAttribute.PROACTIVE)
                        .isPresent();
        return from == null || keptBack
                ? null
                : new DisclosurePeriod(from).lastDay(calendars.current(CalendarCode.NX));
    }

    private WorkCount signing(Actor actor) {
        long count = levels(actor).mapToLong(it -> pending.count(pending.toSign(actor, it))).sum();
        return new WorkCount(KEY + "count.to-sign", count, "/desk/review");
    }

    private WorkCount listed(Actor actor, DocumentState state) {
        var filter = DocumentFilter.of(actor.agency()).in(Set.of(state));
        return new WorkCount(
                "disclosures.state." + state.name(),
                desk.count(actor, filter),
                "/desk/documents?state=" + state.slug());
    }

    private static Stream<ReviewLevel> levels(Actor actor) {
        return Arrays.stream(ReviewLevel.values()).filter(it -> actor.has(it.role()));
    }
}
