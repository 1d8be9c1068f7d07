package org.gongkai.opengov.requests;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case of another system as it was sent (导入案件): who asked what, and everything that happened.
 *
 * @param row where it stands in the file or list, from 1
 * @param outsideNumber its number in the other system
 * @param identityNumber none where the other system kept none
 * @param agentName of whoever asked for the applicant (代理人、监护人); none where nobody did
 * @param mandate by what the agent acts
 * @param arrivedOn the day it was handed over, signed for, or came; the day of the event {@code
 *     registered} if none is named
 * @param publicWords in which words it stands in the public register; none leaves it without
 * @param events in the order in which they happened
 */
public record ImportedCase(
        @Nullable Integer row,
        @Nullable String outsideNumber,
        @Nullable String applicantClass,
        @Nullable String name,
        @Nullable String representative,
        @Nullable String identityKind,
        @Nullable String identityNumber,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String agentName,
        @Nullable String agentNumber,
        @Nullable String agentPhone,
        @Nullable String mandate,
        @Nullable List<String> matters,
        @Nullable String form,
        @Nullable String delivery,
        @Nullable String channel,
        @Nullable String arrivedOn,
        @Nullable String publicWords,
        @Nullable List<Event> events) {

    /**
     * Something that happened to it.
     *
     * @param row where it stands in the file; null in a list
     */
    public record Event(
            @Nullable Integer row,
            @Nullable String type,
            @Nullable String date,
            @Nullable String note,
            @Nullable String evidence,
            @Nullable String party,
            @Nullable String workingDays,
            @Nullable String section,
            @Nullable String way,
            @Nullable String term,
            @Nullable String outcome,
            @Nullable List<String> matters) {}

    /** The same, standing here. */
    public ImportedCase at(int place) {
        return new ImportedCase(
                place,
                outsideNumber,
                applicantClass,
                name,
                representative,
                identityKind,
                identityNumber,
                phone,
                email,
                address,
                agentName,
                agentNumber,
                agentPhone,
                mandate,
                matters,
                form,
                delivery,
                channel,
                arrivedOn,
                publicWords,
                events);
    }

    /** Its number, without what surrounds it. */
    public String number() {
        return RequestEntry.line(outsideNumber);
    }

    /** What happened, without the registration, which stands with the case. */
    List<Event> afterRegistration() {
        var all = Objects.requireNonNullElse(events, List.<Event>of());
        return beginsWithRegistration() ? all.subList(1, all.size()) : all;
    }

    /** How many events stand before those after the registration. */
    int offset() {
        return beginsWithRegistration() ? 1 : 0;
    }

    /** The day it arrived, as typed, by itself or with its registration. */
    String arrived() {
        var own = RequestEntry.line(arrivedOn);
        return own.isEmpty() && beginsWithRegistration() && events != null
                ? RequestEntry.line(events.getFirst().date())
                : own;
    }

    private boolean beginsWithRegistration() {
        return events != null
                && !events.isEmpty()
                && RequestStep.REGISTERED
                        .slug()
                        .equals(RequestEntry.line(events.getFirst().type()));
    }

    @Override
    public String toString() {
        return "ImportedCase";
    }
}
