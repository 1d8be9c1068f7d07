package org.gongkai.opengov.drinkingwater.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.drinkingwater.basis.JudgingBases;
import org.gongkai.opengov.drinkingwater.basis.JudgingBasis;
import org.gongkai.opengov.drinkingwater.results.Sampling;
import org.gongkai.opengov.drinkingwater.results.Samplings;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.results.WaterMonth;
import org.gongkai.opengov.drinkingwater.results.WaterTermsBook;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.opengov.drinkingwater.sources.WaterSources;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What everybody may know of the water of an agency's sources (已公开的水源水质): of a month exactly the
 * results that stand in the edition of its report that is public. What the desk enters or corrects
 * is not here until a report that tells it has passed every level of review, and from that moment
 * on it is everywhere (《环境监测管理办法》 art. 7, ADR 0275).
 */
@Service
@Transactional(readOnly = true)
public class ReleasedMonths {
    private final Releases releases;
    private final Samplings samplings;
    private final WaterSources sources;
    private final WaterTermsBook terms;
    private final Reports reports;
    private final JudgingBases bases;
    private final Clock clock;

    ReleasedMonths(
            Releases releases,
            Samplings samplings,
            WaterSources sources,
            WaterTermsBook terms,
            Reports reports,
            JudgingBases bases,
            Clock clock) {
        this.releases = releases;
        this.samplings = samplings;
        this.sources = sources;
        this.terms = terms;
        this.reports = reports;
        this.bases = bases;
        this.clock = clock;
    }

    /** The name under which kept pages note that they show this agency's water. */
    static String pageSource(AgencyId agency) {
        return "released-water/" + agency.value();
    }

    /** Every month that is public, with what is public of it. */
    public SortedMap<YearMonth, Release> of(AgencyId agency) {
        PageSources.note(pageSource(agency));
        return releases.span(agency)
                .map(it -> released(agency, it.getFirst(), it.getLast()))
                .orElseGet(TreeMap::new);
    }

    /** The months between these that are public. */
    public SortedMap<YearMonth, Release> between(AgencyId agency, YearMonth first, YearMonth last) {
        PageSources.note(pageSource(agency));
        return released(agency, first, last);
    }

    /** The sources in a month with their results and verdicts; empty if it is not public. */
    public Optional<ReleasedMonth> of(AgencyId agency, YearMonth month) {
        PageSources.note(pageSource(agency));
        var known = new TreeMap<YearMonth, Release>();
        for (var each : List.of(month.minusYears(1), month.minusMonths(1), month)) {
            known.putAll(released(agency, each, each));
        }
        return Optional.ofNullable(known.get(month))
                .map(
                        it ->
                                new ReleasedMonth(
                                        it, month(month, told(agency, known.values(), List.of()))));
    }

    /** The sources in a month that is public, in order of source, compared with nothing. */
    public List<SourceMonth> lines(AgencyId agency, Release release) {
        return sorted(agency, release, List.of());
    }

    /** Some of them; none if none is chosen. */
    public List<SourceMonth> lines(AgencyId agency, Release release, Collection<Long> chosen) {
        return chosen.isEmpty() ? List.of() : sorted(agency, release, chosen);
    }

    private List<SourceMonth> sorted(AgencyId agency, Release release, Collection<Long> chosen) {
        PageSources.note(pageSource(agency));
        return told(agency, List.of(release), chosen).values().stream()
                .map(it -> it.of(release.month()))
                .sorted(Comparator.comparing(it -> it.source().id()))
                .toList();
    }

    /** In which district each source of a public month lies: code by source. */
    public Map<Long, String> districts(AgencyId agency, Release release) {
        PageSources.note(pageSource(agency));
        return sources.told(List.of(release.version()), List.of()).stream()
                .collect(
                        Collectors.toMap(
                                it -> it.source().id(), it -> it.source().facts().district()));
    }

    /** The public results of one source in the months between these, in their order. */
    public SortedMap<YearMonth, SourceMonth> history(
            AgencyId agency, long source, YearMonth first, YearMonth last) {
        PageSources.note(pageSource(agency));
        var known = released(agency, first, last).values();
        var history = new TreeMap<YearMonth, SourceMonth>();
        told(agency, known, List.of(source))
                .forEach((key, it) -> history.put(key.month(), it.of(key.month())));
        return history;
    }

    /** How the months between these stand, in their order: also those that are not public. */
    public List<MonthStanding> standings(AgencyId agency, YearMonth first, YearMonth last) {
        PageSources.note(pageSource(agency));
        var today = LocalDate.now(clock);
        var known = releases.of(agency, first, last);
        var reasons = releases.reasons(agency, first, last);
        var versions = terms.versions(agency);
        return Stream.iterate(first, it -> !it.isAfter(last), it -> it.plusMonths(1))
                .map(
                        it -> {
                            var standing = known.get(it);
                            var release = standing == null ? null : standing.release();
                            return new MonthStanding(
                                    it,
                                    WaterTermsBook.in(versions, it).publicationDue(it),
                                    release,
                                    standing != null && release == null,
                                    standing == null
                                            ? Objects.requireNonNullElse(reasons.get(it), "")
                                            : standing.withdrawnBecause(),
                                    today);
                        })
                .toList();
    }

    private TreeMap<YearMonth, Release> released(AgencyId agency, YearMonth first, YearMonth last) {
        var released = new TreeMap<YearMonth, Release>();
        releases.of(agency, first, last)
                .forEach(
                        (month, it) -> {
                            if (it.release() != null) {
                                released.put(month, it.release());
                            }
                        });
        return released;
    }

    private record Key(long source, YearMonth month) {}

    /** A source as it stood in a month with the version of its results that is public. */
    private record Told(WaterSource source, Sampling sampling, JudgingBasis basis) {
        SourceMonth of(YearMonth month) {
            return SourceMonth.of(source, month, sampling, basis);
        }
    }

    /** What these releases tell, judged by what had been laid down when each was written. */
    private Map<Key, Told> told(
            AgencyId agency, Collection<Release> released, Collection<Long> chosen) {
        var versions = released.stream().map(Release::version).toList();
        if (versions.isEmpty()) {
            return Map.of();
        }
        var basis = basis(agency, released);
        var results =
                samplings.told(versions, chosen).stream()
                        .collect(
                                Collectors.toMap(
                                        it -> new Key(it.source(), it.month()),
                                        Function.identity()));
        var told = new HashMap<Key, Told>();
        sources.told(versions, chosen)
                .forEach(
                        it -> {
                            var key = new Key(it.source().id(), it.month());
                            told.put(
                                    key,
                                    new Told(
                                            it.source(),
                                            Objects.requireNonNull(results.get(key)),
                                            basis.getOrDefault(it.month(), JudgingBasis.NONE)));
                        });
        return told;
    }

    private Map<YearMonth, JudgingBasis> basis(AgencyId agency, Collection<Release> released) {
        var numbers = reports.bases(released.stream().map(Release::version).toList());
        if (numbers.values().stream().allMatch(it -> it == 0)) {
            return Map.of();
        }
        var byNumber = bases.history(agency).byNumber();
        return released.stream()
                .collect(
                        Collectors.toMap(
                                Release::month,
                                it -> byNumber.apply(numbers.getOrDefault(it.version(), 0))));
    }

    private static WaterMonth month(YearMonth month, Map<Key, Told> told) {
        return new WaterMonth(
                month,
                told.entrySet().stream()
                        .filter(it -> it.getKey().month().equals(month))
                        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Key::source)))
                        .map(
                                it ->
                                        new WaterMonth.Line(
                                                it.getValue().of(month),
                                                before(it.getValue(), month.minusMonths(1), told),
                                                before(it.getValue(), month.minusYears(1), told)))
                        .toList());
    }

    private static SourceMonth before(Told now, YearMonth month, Map<Key, Told> told) {
        var then = told.get(new Key(now.source().id(), month));
        return then == null ? SourceMonth.of(now.source(), month, null) : then.of(month);
    }
}
