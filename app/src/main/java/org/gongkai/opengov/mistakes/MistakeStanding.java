package org.gongkai.opengov.mistakes;

import java.time.LocalDate;

/**
 * How a report stands against its clock (办理期限情况).
 *
 * @param due the last day for the answer
 * @param workingDaysLeft negative when late; meaningless once it is answered
 * @param late whether the day has gone by without an answer
 * @param provisional whether the day rests on a calendar not yet announced
 */
public record MistakeStanding(
        LocalDate due, int workingDaysLeft, boolean late, boolean provisional) {}
