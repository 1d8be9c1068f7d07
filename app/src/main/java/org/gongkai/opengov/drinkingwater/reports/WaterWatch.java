package org.gongkai.opengov.drinkingwater.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.opengov.disclosures.Document;
import org.gongkai.opengov.disclosures.DocumentState;
import org.gongkai.opengov.disclosures.Documents;
import org.gongkai.opengov.drinkingwater.results.WaterMonths;
import org.gongkai.opengov.drinkingwater.results.WaterTermsBook;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Watches what is due of each month (水质督办): for the board and for the worklist alike. */
@Component
class WaterWatch {
    private static final Set<DocumentState> SENT =
            Set.copyOf(
                    EnumSet.of(
                            DocumentState.IN_REVIEW,
                            DocumentState.APPROVED,
                            DocumentState.SCHEDULED,
                            DocumentState.PUBLISHED));

    private final WaterMonths months;
    private final ReleasedMonths released;
    private final WaterTermsBook terms;
    private final Reports reports;
    private final Documents documents;

    WaterWatch(
            WaterMonths months,
            ReleasedMonths released,
            WaterTermsBook terms,
            Reports reports,
            Documents documents) {
        this.months = months;
        this.released = released;
        this.terms = terms;
        this.reports = reports;
        this.documents = documents;
    }

    /**
     * A month with what is due of it.
     *
     * @param report its newest document; null if there is none
     */
    record Line(WatchedMonth watched, MonthStanding standing, @Nullable Document report) {}

    /** The months between these, in their order. */
    List<Line> of(AgencyId agency, YearMonth first, YearMonth last, LocalDate today) {
        var standings = released.standings(agency, first, last);
        var versions = terms.versions(agency);
        var documents = documents(agency, first, last);
        return months.of(agency, first, last).stream()
                .map(
                        it -> {
                            var standing =
                                    standings.get(
                                            (int)
                                                    first.until(
                                                            it.month(),
                                                            java.time.temporal.ChronoUnit.MONTHS));
                            var document = documents.get(it.month());
                            return new Line(
                                    WatchedMonth.of(
                                            it,
                                            WaterTermsBook.in(versions, it.month()),
                                            document != null && SENT.contains(document.state()),
                                            standing.release() != null,
                                            today),
                                    standing,
                                    document);
                        })
                .toList();
    }

    /** The same from the first month on that anything is known of. */
    List<Line> begun(AgencyId agency, YearMonth first, YearMonth last, LocalDate today) {
        var known =
                months.of(agency, first, last).stream()
                        .filter(
                                it ->
                                        it.lines().stream()
                                                .anyMatch(of -> of.now().sampling() != null))
                        .findFirst();
        return known.map(it -> of(agency, it.month(), last, today)).orElseGet(List::of);
    }

    private Map<YearMonth, Document> documents(AgencyId agency, YearMonth first, YearMonth last) {
        var found = new HashMap<YearMonth, Document>();
        reports.between(agency, ReportPeriod.Kind.MONTH, first, last)
                .forEach(
                        it ->
                                documents
                                        .find(it.document())
                                        .filter(of -> !ReportDesk.GIVEN_UP.contains(of.state()))
                                        .ifPresent(of -> found.put(it.period().first(), of)));
        return found;
    }
}
