package org.gongkai.opengov.requestclock;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.opengov.requestclock.ClockRedating.ChangedDay;
import org.gongkai.platform.calendar.CalendarWords;
import org.gongkai.platform.calendar.HolidayNotice;
import org.gongkai.platform.calendar.Redating;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words what a clock reads (办理时限用语): the same for citizen, clerk, paper and program. */
@Component
public class ClockWords {
    private final Wording wording;
    private final CalendarWords calendar;

    ClockWords(Wording wording, CalendarWords calendar) {
        this.wording = wording;
        this.calendar = calendar;
    }

    /** What happened, in a few words. */
    public String event(EventType type) {
        return wording.say("requestclock.event." + type.slug());
    }

    /** How a request came in. */
    public String channel(RequestChannel channel) {
        return wording.say("requestclock.channel." + channel.slug());
    }

    /** Why the day counts or does not. */
    public String reason(ClockDay day) {
        return switch (day.effect()) {
            case COUNTED, SKIPPED -> calendar.reason(day.day());
            case EXCLUDED -> consultations(day.consultations());
            case UNTIL_DAY_SET -> wording.say("requestclock.day.until-day-set");
        };
    }

    /** The notice or law that decides it; null where the weekday does. */
    public @Nullable String ground(ClockDay day) {
        return switch (day.effect()) {
            case COUNTED, SKIPPED -> calendar.ground(day.day());
            case EXCLUDED -> wording.say("requestclock.article.33");
            case UNTIL_DAY_SET -> wording.say("requestclock.article.35");
        };
    }

    /** Whose opinions were asked. */
    public String consultations(List<Consultation> all) {
        return all.stream()
                .map(
                        it ->
                                wording.say(
                                        "requestclock.consultation." + it.consulted().slug(),
                                        it.party()))
                .distinct()
                .collect(Collectors.joining(wording.say("requestclock.consultation.and")));
    }

    /** That opinions were asked, and of what kind of party, without its name. */
    public String consulted(List<Consultation> all) {
        return all.stream()
                .map(it -> wording.say("requestclock.consulted." + it.consulted().slug()))
                .distinct()
                .collect(Collectors.joining(wording.say("requestclock.consultation.and")));
    }

    /** What was late or unlawful. */
    public String breach(Breach breach) {
        return wording.say("requestclock.breach." + breach.kind().code());
    }

    /** The article that was broken, with its law. */
    public String article(Breach breach) {
        return article(breach.kind().article(), breach.kind().ofFeeRules());
    }

    /** What is to be known of an event. */
    public String remark(Remark remark) {
        return wording.say("requestclock.remark." + remark.kind().code());
    }

    /** The article that it rests on, with its law. */
    public String article(Remark remark) {
        return article(remark.kind().article(), remark.kind().ofFeeRules());
    }

    /** What started the period. */
    public String cause(ReplyPeriod.Cause cause) {
        return wording.say("requestclock.cause." + cause.slug());
    }

    /** What the agency waits for. */
    public String waiting(WaitingFor waiting) {
        return wording.say("requestclock.waiting." + waiting.slug());
    }

    /** Why a last day moved when the calendar was amended, with both days. */
    public String redating(ClockRedating redating) {
        var was = redating.before().due();
        var is = redating.after().due();
        return was == null || is == null || !redating.moved()
                ? wording.say("requestclock.redating.kept", redating.amendedOn())
                : wording.say(
                        "requestclock.redating.moved",
                        redating.amendedOn(),
                        was,
                        is,
                        days(redating.changed()));
    }

    /**
     * The same of a move that was written down.
     *
     * @param notice the paper that changed the calendar; null when an entry was taken back
     * @param changed empty where the older calendar is not known any more
     */
    public String redating(
            Redating moved, @Nullable HolidayNotice notice, List<ChangedDay> changed) {
        if (changed.isEmpty()) {
            return wording.say("requestclock.redating.plain", moved.was(), moved.is());
        }
        return notice == null
                ? wording.say(
                        "requestclock.redating.by-entry", moved.was(), moved.is(), days(changed))
                : wording.say(
                        "requestclock.redating.by-notice",
                        notice.citation(),
                        notice.validFrom(),
                        moved.was(),
                        moved.is(),
                        days(changed));
    }

    /** Why alone, without the last days. */
    public String cause(@Nullable HolidayNotice notice, List<ChangedDay> changed) {
        if (changed.isEmpty()) {
            return wording.say("requestclock.redating.cause.plain");
        }
        return notice == null
                ? wording.say("requestclock.redating.cause.by-entry", days(changed))
                : wording.say(
                        "requestclock.redating.cause.by-notice",
                        notice.citation(),
                        notice.validFrom(),
                        days(changed));
    }

    private String days(List<ChangedDay> changed) {
        return changed.stream()
                .map(
                        it ->
                                wording.say(
                                        "requestclock.redating.day",
                                        it.is().date(),
                                        calendar.reason(it.was()),
                                        calendar.reason(it.is())))
                .collect(Collectors.joining(wording.say("requestclock.consultation.and")));
    }

    private String article(String article, boolean ofFeeRules) {
        return wording.say("requestclock.article." + (ofFeeRules ? "fee-" : "") + article);
    }
}
