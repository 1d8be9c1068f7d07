package org.gongkai.opengov.remediation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.DisclosurePeriod;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.remediation.Stage.DocumentLink;
import org.gongkai.opengov.remediation.StageStanding.Openness;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether each stage has its published document (应公开尽公开核对): key points 二.6, all notices and reports
 * are public; 条例 art. 26, within 20 working days after the paper was formed. Only what is public
 * now counts: what was withdrawn is owed again.
 */
@Component
class StageDocuments {
    private final PublicRegister register;
    private final Calendars calendars;
    private final Clock clock;

    StageDocuments(PublicRegister register, Calendars calendars, Clock clock) {
        this.register = register;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The public document of this agency under an index number, as somebody typed it. */
    @Nullable DocumentLink typed(Typed.Check check, String field, String typed, AgencyId agency) {
        if (typed.isEmpty()) {
            return null;
        }
        var number = IndexNumber.parse(typed).orElse(null);
        if (number == null) {
            check.add(field, "remediation.problem.index-number");
            return null;
        }
        if (register.at(number) instanceof PublicAnswer.Found found
                && found.document().listing().agency().equals(agency)) {
            return new DocumentLink(found.document().listing().id().value(), number.toString());
        }
        check.add(field, "remediation.problem.not-public", number.toString());
        return null;
    }

    /** Of all stages of these contents, the documents that are public now. */
    Map<DocumentId, PublicListing> publicOf(Collection<ProjectContent> contents) {
        return register.findAll(
                contents.stream()
                        .flatMap(StageDocuments::links)
                        .map(it -> new DocumentId(it.id()))
                        .distinct()
                        .toList());
    }

    /** The documents that a content names. */
    static Stream<DocumentLink> links(ProjectContent content) {
        return content.stages().stream().map(Stage::document).filter(Objects::nonNull);
    }

    /**
     * How the stages stand, in the order of their papers.
     *
     * @param released what was signed last; a ground not to publish counts only from there
     */
    List<StageStanding> standing(
            ProjectContent content,
            @Nullable ProjectContent released,
            StageList kinds,
            Map<DocumentId, PublicListing> documents) {
        var calendar = calendars.current(CalendarCode.NX);
        var today = LocalDate.now(clock);
        var standings = new ArrayList<StageStanding>();
        for (var stage : content.stages()) {
            var link = stage.document();
            var listing = link == null ? null : documents.get(new DocumentId(link.id()));
            var openness = openness(stage, listing, released, kinds);
            standings.add(standing(stage, openness, listing, today, calendar));
        }
        standings.sort(
                java.util.Comparator.comparing((StageStanding it) -> it.stage().formedOn())
                        .thenComparing(it -> it.stage().number()));
        return standings;
    }

    private static Openness openness(
            Stage stage,
            @Nullable PublicListing listing,
            @Nullable ProjectContent released,
            StageList kinds) {
        if (listing != null) {
            return Openness.PUBLISHED;
        }
        if (stage.document() != null) {
            return Openness.WITHDRAWN;
        }
        if (stage.withheld() != null) {
            var signed =
                    released != null
                            && released.stage(stage.number())
                                    .filter(it -> Objects.equals(it, stage))
                                    .isPresent();
            return signed ? Openness.WITHHELD : Openness.UNSIGNED;
        }
        return kinds.owes(stage) ? Openness.MISSING : Openness.NOT_OWED;
    }

    private static StageStanding standing(
            Stage stage,
            Openness openness,
            @Nullable PublicListing listing,
            LocalDate today,
            WorkingCalendar calendar) {
        if (!openness.gap()) {
            return new StageStanding(stage, openness, listing, null, null);
        }
        var period = new DisclosurePeriod(stage.formedOn());
        return new StageStanding(
                stage,
                openness,
                null,
                period.lastDay(calendar),
                period.standing(null, today, calendar));
    }
}
