package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a deadline was counted, in words (期限说明): one text for citizen, clerk, paper and program.
 *
 * @param sentences the count, one step each, with the article
 * @param breaches what was late or unlawful, with day and article
 * @param remarks what else is to be known of an event
 * @param days every day of the period, counted or not
 */
public record ClockExplanation(
        ClockReading reading,
        List<String> sentences,
        List<String> breaches,
        List<String> remarks,
        List<Day> days) {

    /**
     * A day of the period.
     *
     * @param day the date in words, with the weekday
     * @param reason why it counts or does not
     * @param count which working day of the period it is, in words, or that it is not counted
     * @param ground the notice or the article that decides it; null where the weekday does
     */
    public record Day(
            LocalDate date,
            String day,
            String reason,
            String count,
            @Nullable Integer number,
            @Nullable String ground) {}

    public ClockExplanation {
        sentences = List.copyOf(sentences);
        breaches = List.copyOf(breaches);
        remarks = List.copyOf(remarks);
        days = List.copyOf(days);
    }
}
