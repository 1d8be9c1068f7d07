package org.gongkai.platform.calendar;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendar desk (工作日历登记): notices are examined, entered, amended by later ones and withdrawn.
 * Everybody signed in may look; the disclosure office and the operator may change.
 */
@Service
public class CalendarDesk {
    private static final int LONGEST_REASON = 500;

    private final HolidayNotices notices;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final PageChanges pages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarDesk(
            HolidayNotices notices,
            Calendars calendars,
            AuditTrail audit,
            PageChanges pages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notices = notices;
        this.calendars = calendars;
        this.audit = audit;
        this.pages = pages;
        this.events = events;
        this.clock = clock;
    }

    /** Whether this person may change the calendar. */
    public static boolean mayChange(Actor actor) {
        return actor.has(Role.OPERATOR) || actor.has(Role.DISCLOSURE_OFFICE);
    }

    /** A year of a calendar, day by day. */
    @Transactional(readOnly = true)
    public CalendarYear year(CalendarCode code, int year) {
        if (year < LunarFestivals.FIRST_YEAR || year > LunarFestivals.LAST_YEAR) {
            throw Refusal.notFound();
        }
        return CalendarYear.of(year, calendars.current(code));
    }

    /** Every notice ever entered, the newest entry first. */
    @Transactional(readOnly = true)
    public List<NoticeRecord> register() {
        return notices.all().reversed();
    }

    /** One entry of the register. */
    @Transactional(readOnly = true)
    public NoticeRecord entry(long id) {
        return notices.all().stream()
                .filter(it -> it.notice().id() == id)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Says what a notice would change; enters nothing. */
    @Transactional(readOnly = true)
    public NoticeReview examine(Actor by, NoticeDraft draft) {
        requireRight(by);
        return review(draft);
    }

    /** Enters a notice that was examined; refused when the register has changed meanwhile. */
    @Transactional
    public NoticeRecord enter(Actor by, NoticeDraft draft, String fingerprint) {
        requireRight(by);
        notices.lock();
        var review = review(draft);
        if (!review.fingerprint().equals(fingerprint)) {
            throw Refusal.of(RefusalKind.STALE, "calendar.notice.examined-otherwise");
        }
        long id = notices.enter(by, review.notice(), clock.instant());
        pages.tell(Calendars.SOURCE);
        events.publishEvent(new CalendarChanged(id));
        audit.record(by, "calendar.notice-entered", subject(id), Map.of(), facts(review.notice()));
        return entry(id);
    }

    /** Takes an entry back that was wrong; the entry stays in the register, with the reason. */
    @Transactional
    public NoticeRecord withdraw(Actor by, long id, String reason) {
        requireRight(by);
        notices.lock();
        var entry = entry(id);
        if (!entry.counts()) {
            throw Refusal.notPossibleNow(List.of(), "calendar.withdrawal.done-already");
        }
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "calendar.withdrawal.problem.reason", LONGEST_REASON);
        }
        notices.withdraw(by, id, why, clock.instant());
        pages.tell(Calendars.SOURCE);
        events.publishEvent(new CalendarChanged(id));
        audit.record(
                by,
                "calendar.notice-withdrawn",
                subject(id),
                facts(entry.notice()),
                Map.of("reason", why));
        return entry(id);
    }

    private NoticeReview review(NoticeDraft draft) {
        var state = notices.revision();
        var counting =
                notices.all().stream()
                        .filter(NoticeRecord::counts)
                        .map(NoticeRecord::notice)
                        .toList();
        return NoticeExamination.examine(draft, counting, state.toString());
    }

    /** Refuses whoever may not change the calendar. */
    public static void requireRight(Actor actor) {
        if (!mayChange(actor)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "calendar.not-allowed");
        }
    }

    private static String subject(long id) {
        return "calendar-notice:" + id;
    }

    private static Map<String, Object> facts(HolidayNotice notice) {
        var facts = new HashMap<String, Object>();
        facts.put("calendar", notice.calendar().name());
        facts.put("kind", notice.kind().name());
        facts.put("year", notice.year());
        facts.put("number", notice.citation());
        facts.put("validFrom", notice.validFrom().toString());
        facts.put(
                "days",
                notice.days().stream()
                        .map(it -> it.day() + " " + it.kind() + " " + it.festival())
                        .toList());
        return facts;
    }
}
