package org.gongkai.opengov.disclosures.web;

import java.time.LocalDate;
import org.gongkai.opengov.disclosures.ClockDesk.Question;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/** What page and API ask of the clock (公开期限筛选), from what stands in the address. */
final class ClockQuestions {
    private ClockQuestions() {}

    /** A section by key or name, blank for all; this year unless another is named. */
    static Question of(
            Organization organization,
            Actor actor,
            @Nullable String section,
            @Nullable Integer year,
            LocalDate today) {
        int asked = year == null ? today.getYear() : year;
        if (asked < WorkingCalendar.FIRST_DAY.getYear()
                || asked > WorkingCalendar.LAST_DAY.getYear()) {
            throw Refusal.invalid("year", "disclosures.clock.year");
        }
        return new Question(sectionNamed(organization, actor, section), asked);
    }

    static @Nullable SectionId sectionNamed(
            Organization organization, Actor actor, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return organization
                .findSection(actor.agency(), name)
                .map(Section::id)
                .orElseThrow(() -> Refusal.invalid("section", "disclosures.field.unknown", name));
    }
}
