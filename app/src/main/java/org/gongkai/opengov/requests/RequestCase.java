package org.gongkai.opengov.requests;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A request in the register (申请登记). From {@code stage} on everything follows from the events and
 * the calendar.
 *
 * @param number as {@code YSQ-2021-00001}
 * @param applicantMask as 张**
 * @param arrivedOn the day it came to the agency
 * @param enteredBy who took it in; null when the applicant sent it
 * @param section whose answer is asked for; null while only the office has it
 * @param holder who handles it now; null while nobody was given it
 * @param receivedOn the day of receipt (收到申请之日), art. 31; null while it is not confirmed
 * @param due the last day for the answer; null while it is unknown
 * @param warnBy the earlier last day by the national calendar, by which the officer is warned
 * @param answeredOn since when nothing is owed any more; null while something is
 * @param breaches how many of the events were late or unlawful
 */
public record RequestCase(
        long id,
        AgencyId agency,
        String number,
        IntakeChannel channel,
        ApplicantClass applicantClass,
        String applicantMask,
        String applicantKey,
        WantedForm form,
        DeliveryWay delivery,
        LocalDate arrivedOn,
        Instant enteredAt,
        @Nullable PersonId enteredBy,
        int secretGeneration,
        RequestStage stage,
        @Nullable SectionId section,
        @Nullable PersonId holder,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate due,
        @Nullable LocalDate warnBy,
        boolean provisional,
        @Nullable String calendarVersion,
        @Nullable LocalDate answeredOn,
        int breaches,
        long version) {}
