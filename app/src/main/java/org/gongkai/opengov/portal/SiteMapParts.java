package org.gongkai.opengov.portal;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.PublicPeriods;
import org.springframework.stereotype.Component;

/**
 * Into which parts the site map falls (网站地图分段): a year; where much was published in it, its months;
 * where much in a month, its days. A publication changes one part and leaves all others as they
 * were.
 */
@Component
class SiteMapParts {
    /** What one part should hold; the protocol allows 50,000. */
    static final int USUAL = 10_000;

    private final PublicPeriods periods;

    SiteMapParts(PublicPeriods periods) {
        this.periods = periods;
    }

    /** The parts that hold documents, oldest first. */
    List<SitePeriod> all() {
        return periods.years().entrySet().stream()
                .flatMap(it -> ofYear(Year.of(it.getKey()), it.getValue()))
                .toList();
    }

    private Stream<SitePeriod> ofYear(Year year, long documents) {
        var whole = SitePeriod.of(year);
        return documents <= USUAL
                ? Stream.of(whole)
                : periods.months(whole.begins(), whole.ends()).entrySet().stream()
                        .flatMap(it -> ofMonth(year.atMonth(it.getKey()), it.getValue()));
    }

    private Stream<SitePeriod> ofMonth(YearMonth month, long documents) {
        var whole = SitePeriod.of(month);
        return documents <= USUAL
                ? Stream.of(whole)
                : periods.days(whole.begins(), whole.ends()).keySet().stream()
                        .map(month::atDay)
                        .map((LocalDate it) -> SitePeriod.of(it));
    }
}
