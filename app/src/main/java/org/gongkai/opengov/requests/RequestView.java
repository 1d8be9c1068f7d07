package org.gongkai.opengov.requests;

import java.util.List;
import org.gongkai.opengov.requestclock.ClockReading;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.organization.Section;
import org.jspecify.annotations.Nullable;

/**
 * A request with everything about it but who asks (案件).
 *
 * @param section whose answer is asked for; null while only the office has it
 * @param holder who handles it; null while nobody was given it
 * @param matters what is asked, as last corrected
 * @param allowed what this person may record now
 * @param alike what the same applicant asked before in similar words
 * @param publicWords in which words it stands in the public register
 * @param redatings what changed calendars did to its deadline
 * @param imported from where it came; null where it began here
 */
public record RequestView(
        RequestCase request,
        @Nullable Section section,
        @Nullable Person holder,
        List<String> matters,
        CaseFile file,
        ClockReading clock,
        List<RequestStep> allowed,
        List<Alike> alike,
        @Nullable String publicWords,
        List<MovedDeadline> redatings,
        @Nullable ImportMark imported) {

    /**
     * An earlier request of the same applicant (疑似重复申请).
     *
     * @param percent how alike the two are
     */
    public record Alike(RequestCase request, int percent) {}
}
