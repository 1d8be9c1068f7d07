package org.gongkai.opengov.inspections.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.inspections.results.PublicationTerm;
import org.gongkai.opengov.inspections.results.UnitName;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.RegionCode;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures of inspections for everybody (抽查公示统计): what was drawn, inspected and made public in a
 * year, and what came too late. Only numbers tell of a result that is not public; a unit is named
 * where a public paper names it.
 */
@Service
@Transactional(readOnly = true)
public class PublicFigures {
    private static final int QUARTERS = 4;

    private final VisitFacts facts;
    private final PublicRegister register;
    private final Organization organization;
    private final Calendars calendars;
    private final Clock clock;

    PublicFigures(
            VisitFacts facts,
            PublicRegister register,
            Organization organization,
            Calendars calendars,
            Clock clock) {
        this.facts = facts;
        this.register = register;
        this.organization = organization;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * A quarter, or the year as a whole.
     *
     * @param number 1 to 4; 0 for the year
     * @param running inspected, not public yet, within the twenty working days
     * @param overdue inspected, not public yet, after them
     * @param withdrawn inspected, made public and taken back
     */
    public record Row(
            int number,
            int drawn,
            int checked,
            int skipped,
            int inTime,
            int late,
            int running,
            int overdue,
            int withdrawn) {}

    /**
     * The figures of a year.
     *
     * @param years those with visits, the newest first
     * @param districts units whose results are public, of those on the register
     */
    public record OfYear(
            Agency agency,
            int year,
            LocalDate asOf,
            List<Integer> years,
            List<Row> quarters,
            Row whole,
            List<Coverage> districts) {
        public OfYear {
            years = List.copyOf(years);
            quarters = List.copyOf(quarters);
            districts = List.copyOf(districts);
        }
    }

    /** A result that is public: in which paper, and by when it was due. */
    public record Case(
            String number,
            UnitName unit,
            String item,
            LocalDate checkedOn,
            LocalDate due,
            LocalDate publicOn,
            PublicListing paper) {}

    /** The agency with this key; the one whose site it is where none is named. */
    public Agency agency(@Nullable String key) {
        return organization.agencies().stream()
                .filter(it -> key == null || key.isBlank() || it.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The years of which there are figures, the newest first; this year where there are none. */
    public List<Integer> years(Agency agency) {
        var years = facts.years(agency.id(), today());
        return years.isEmpty() ? List.of(today().getYear()) : years;
    }

    /** The figures of a year; the newest where none is asked for. */
    public OfYear of(Agency agency, @Nullable Integer asked) {
        var years = years(agency);
        var year = asked == null ? years.getFirst() : asked;
        if (!years.contains(year)) {
            throw Refusal.notFound();
        }
        var papers = facts.papers(agency.id(), year);
        var visits = visits(agency, year, papers, listings(papers).keySet());
        return new OfYear(
                agency,
                year,
                today(),
                years,
                IntStream.rangeClosed(1, QUARTERS)
                        .mapToObj(it -> row(it, those(visits, at -> at.quarter() == it), papers))
                        .toList(),
                row(0, visits, papers),
                FiguresCount.coverage(
                        facts.register(agency.id(), today(), false),
                        those(visits, it -> it.publicOn() != null),
                        VisitFact::region,
                        PublicFigures::district));
    }

    /** The public results of a year: all, or those in time, or late. */
    public List<Case> cases(Agency agency, int year, String figure) {
        var papers = facts.papers(agency.id(), year);
        var listings = listings(papers);
        var visits = visits(agency, year, papers, listings.keySet());
        var soon = publication(visits);
        var asked =
                switch (figure) {
                    case "public" -> those(visits, it -> it.publicOn() != null);
                    case "in-time" -> soon.inTime();
                    case "late" -> soon.late();
                    default -> throw Refusal.notFound();
                };
        return asked.stream()
                .map(it -> found(it, Objects.requireNonNull(papers.get(it.task())), listings))
                .toList();
    }

    private Case found(
            VisitFact it, VisitFacts.Paper paper, Map<DocumentId, PublicListing> listings) {
        var checkedOn = Objects.requireNonNull(it.checkedOn());
        return new Case(
                it.number(),
                new UnitName(it.unitName(), paper.creditCode()),
                paper.item(),
                checkedOn,
                PublicationTerm.INSPECTION_RESULT.lastDay(
                        checkedOn, calendars.current(CalendarCode.NX)),
                Objects.requireNonNull(it.publicOn()),
                Objects.requireNonNull(listings.get(paper.document())));
    }

    /** The visits of a year; one whose paper is not public now has no day of publication. */
    private List<VisitFact> visits(
            Agency agency, int year, Map<Long, VisitFacts.Paper> papers, Set<DocumentId> shown) {
        return facts.of(agency.id(), year, today()).stream()
                .map(it -> isShown(it, papers.get(it.task()), shown) ? it : it.unpublished())
                .toList();
    }

    private static boolean isShown(
            VisitFact it, VisitFacts.@Nullable Paper paper, Set<DocumentId> shown) {
        return it.checked() && paper != null && shown.contains(paper.document());
    }

    private Map<DocumentId, PublicListing> listings(Map<Long, VisitFacts.Paper> papers) {
        return register.findAll(
                papers.values().stream()
                        .filter(it -> !it.withdrawn())
                        .map(VisitFacts.Paper::document)
                        .collect(Collectors.toSet()));
    }

    private Row row(int number, List<VisitFact> visits, Map<Long, VisitFacts.Paper> papers) {
        var withdrawn =
                those(
                        visits,
                        it ->
                                it.checked()
                                        && it.publicOn() == null
                                        && papers.containsKey(it.task()));
        var soon = publication(those(visits, it -> !withdrawn.contains(it)));
        return new Row(
                number,
                visits.size(),
                those(visits, VisitFact::checked).size(),
                those(visits, VisitFact::skipped).size(),
                soon.inTime().size(),
                soon.late().size(),
                soon.running().size(),
                soon.overdue().size(),
                withdrawn.size());
    }

    private Publication publication(List<VisitFact> visits) {
        return Publication.of(visits, today(), calendars.current(CalendarCode.NX));
    }

    private static List<VisitFact> those(List<VisitFact> visits, Predicate<VisitFact> which) {
        return visits.stream().filter(which).toList();
    }

    private static String district(String code) {
        return RegionCode.isKnown(code) ? new RegionCode(code).regionName() : code;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
