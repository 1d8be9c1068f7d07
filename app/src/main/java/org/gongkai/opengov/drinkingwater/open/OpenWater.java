package org.gongkai.opengov.drinkingwater.open;

import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.basis.JudgingBases;
import org.gongkai.opengov.drinkingwater.basis.LimitOverride;
import org.gongkai.opengov.drinkingwater.reports.MonthStanding;
import org.gongkai.opengov.drinkingwater.reports.Release;
import org.gongkai.opengov.drinkingwater.reports.ReleasedMonths;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.opengov.drinkingwater.sources.WaterSources;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The water of sources as everybody may read it (水源水质公开查询): pages, files, feed, widget and API ask
 * here and nowhere else. Everything begins with what {@link ReleasedMonths} says is public.
 */
@Service
public class OpenWater {
    private static final int MOST_EXCEEDANCES = 200;
    private static final int AT_ONCE = 20;

    private final ReleasedMonths released;
    private final OpenSummaries summaries;
    private final Corrections corrections;
    private final WaterSources sources;
    private final JudgingBases bases;
    private final Organization organization;
    private final Clock clock;

    OpenWater(
            ReleasedMonths released,
            OpenSummaries summaries,
            Corrections corrections,
            WaterSources sources,
            JudgingBases bases,
            Organization organization,
            Clock clock) {
        this.released = released;
        this.summaries = summaries;
        this.corrections = corrections;
        this.sources = sources;
        this.bases = bases;
        this.organization = organization;
        this.clock = clock;
    }

    /** The agency with this key; the one whose site it is where none is named. */
    public Agency agency(@Nullable String key) {
        return organization.agencies().stream()
                .filter(it -> key == null || key.isBlank() || it.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Every agency of this installation. */
    public List<Agency> agencies() {
        return organization.agencies();
    }

    /**
     * The months from the first that is public to the one before this, the newest first; empty
     * while none is.
     */
    public List<OpenMonth> months(Agency agency) {
        var known = released.of(agency.id());
        return known.isEmpty() ? List.of() : months(agency, known.firstKey(), last(known));
    }

    /** The same with the rates of their sources alone, not with the items over limits. */
    public List<OpenMonth> ratedMonths(Agency agency) {
        var known = released.of(agency.id());
        if (known.isEmpty()) {
            return List.of();
        }
        var standings = released.standings(agency.id(), known.firstKey(), last(known));
        var releases = known.values();
        summaries.layOut(agency.id(), releases);
        return listed(standings, summaries.rated(releases));
    }

    /** How many they are. */
    public int count(Agency agency) {
        var known = released.of(agency.id());
        return known.isEmpty()
                ? 0
                : (int) known.firstKey().until(last(known), ChronoUnit.MONTHS) + 1;
    }

    /** The newest of them, so many. */
    public List<OpenMonth> newestMonths(Agency agency, int count) {
        return months(agency, 0, count);
    }

    /** So many of them, after the newest ones that are passed over. */
    public List<OpenMonth> months(Agency agency, int passedOver, int count) {
        var known = released.of(agency.id());
        if (known.isEmpty()) {
            return List.of();
        }
        var last = last(known).minusMonths(passedOver);
        return last.isBefore(known.firstKey())
                ? List.of()
                : months(agency, later(last.minusMonths(count - 1L), known.firstKey()), last);
    }

    private YearMonth last(SortedMap<YearMonth, Release> known) {
        var before = YearMonth.now(clock).minusMonths(1);
        return before.isBefore(known.lastKey()) ? known.lastKey() : before;
    }

    private List<OpenMonth> months(Agency agency, YearMonth first, YearMonth last) {
        var standings = released.standings(agency.id(), first, last);
        return listed(standings, sources(agency, standings, null));
    }

    private static List<OpenMonth> listed(List<MonthStanding> standings, List<OpenSource> sources) {
        var byMonth = sources.stream().collect(Collectors.groupingBy(OpenSource::month));
        return standings.reversed().stream()
                .map(it -> new OpenMonth(it, byMonth.getOrDefault(it.month(), List.of())))
                .toList();
    }

    private List<OpenSource> sources(
            Agency agency, List<MonthStanding> standings, @Nullable Long source) {
        var releases =
                standings.stream()
                        .flatMap(it -> Optional.ofNullable(it.release()).stream())
                        .toList();
        summaries.layOut(agency.id(), releases);
        return summaries.sources(releases, source);
    }

    /** How one month stands; empty where it is before the first that is public, or not over. */
    public Optional<OpenMonth> month(Agency agency, YearMonth month) {
        var known = released.of(agency.id());
        return known.isEmpty() || month.isBefore(known.firstKey()) || month.isAfter(last(known))
                ? Optional.empty()
                : Optional.of(months(agency, month, month).getFirst());
    }

    /**
     * These sources of a month with all their items, in order of source; none if it is not public.
     */
    public List<SourceMonth> lines(Agency agency, OpenMonth month, Collection<Long> chosen) {
        var release = month.standing().release();
        return release == null ? List.of() : released.lines(agency.id(), release, chosen);
    }

    /** In which district each source of a public month lies: code by source. */
    public Map<Long, String> districts(Agency agency, OpenMonth month) {
        var release = month.standing().release();
        return release == null ? Map.of() : released.districts(agency.id(), release);
    }

    /** What the newest month that is public comes to. */
    public Optional<OpenMonth> newestSummary(Agency agency) {
        var known = released.of(agency.id());
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(months(agency, known.lastKey(), known.lastKey()).getFirst());
    }

    /** Which of these values are not those that were published first: source and item. */
    public Set<String> changed(Release release, List<SourceMonth> lines) {
        var before = corrections.before(List.of(release), ids(lines));
        return lines.stream()
                .flatMap(
                        of ->
                                of.verdict().items().stream()
                                        .filter(it -> before.differs(of, it.item()))
                                        .map(
                                                it ->
                                                        of.source().id()
                                                                + "/"
                                                                + WaterItem.keyOf(it.item())))
                .collect(Collectors.toSet());
    }

    private static List<Long> ids(List<SourceMonth> lines) {
        return lines.stream().map(it -> it.source().id()).toList();
    }

    /** What is public of each month, the oldest first. */
    public List<Release> releases(Agency agency) {
        return List.copyOf(released.of(agency.id()).values());
    }

    /** A source of which something is public, and whose it is. */
    public record Owned(Agency agency, WaterSource source, SortedMap<YearMonth, Release> known) {}

    /**
     * Whose a source is.
     *
     * @throws Refusal not found while nothing of its agency is public
     */
    public Owned owner(long source) {
        for (var agency : organization.agencies()) {
            var found = sources.find(agency.id(), source);
            if (found.isPresent()) {
                var known = released.of(agency.id());
                if (!known.isEmpty()) {
                    return new Owned(agency, found.get(), known);
                }
            }
        }
        throw Refusal.notFound();
    }

    /** The years of which something is public for its agency, the newest first. */
    public List<Integer> years(long source) {
        return new TreeSet<>(
                        owner(source).known().keySet().stream().map(YearMonth::getYear).toList())
                .descendingSet().stream().toList();
    }

    /**
     * A source over a year, or over the newest twelve months where none is named.
     *
     * @throws Refusal not found while nothing of it is public
     */
    public SourceHistory source(long id, @Nullable Integer year) {
        var owned = owner(id);
        var last = year == null ? last(owned.known()) : YearMonth.of(year, 12);
        var first = year == null ? last.minusMonths(11) : YearMonth.of(year, 1);
        return source(
                owned,
                later(first, owned.known().firstKey()),
                earlier(last, last(owned.known())),
                _ -> true);
    }

    /** A source over all that is public of it. */
    public SourceHistory wholeSource(long id) {
        var owned = owner(id);
        return source(owned, owned.known().firstKey(), last(owned.known()), _ -> true);
    }

    /** The same with one of its items alone; without any where it has none with this key. */
    public SourceHistory wholeSource(long id, String item) {
        var owned = owner(id);
        return source(owned, owned.known().firstKey(), last(owned.known()), item::equals);
    }

    private SourceHistory source(
            Owned owned, YearMonth first, YearMonth last, Predicate<String> wanted) {
        var agency = owned.agency();
        var id = owned.source().id();
        if (first.isAfter(last)) {
            throw Refusal.notFound();
        }
        var history = released.history(agency.id(), id, first, last);
        if (history.isEmpty() && everTold(owned).isEmpty()) {
            throw Refusal.notFound();
        }
        var newest =
                history.isEmpty() ? everTold(owned) : Optional.of(history.lastEntry().getValue());
        var standings = released.standings(agency.id(), first, last);
        var months = listed(standings, sources(agency, standings, id));
        var before =
                corrections.before(
                        owned.known().subMap(first, last.plusMonths(1)).values(), List.of(id));
        return new SourceHistory(
                agency,
                newest.orElseThrow().source(),
                months,
                items(newest.orElseThrow(), standings, history, before, wanted));
    }

    /** The newest that is public of it, however long ago. */
    private Optional<SourceMonth> everTold(Owned owned) {
        var all =
                released.history(
                        owned.agency().id(),
                        owned.source().id(),
                        owned.known().firstKey(),
                        owned.known().lastKey());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.lastEntry().getValue());
    }

    private static List<ItemHistory> items(
            SourceMonth newest,
            List<MonthStanding> standings,
            SortedMap<YearMonth, SourceMonth> history,
            Corrections.Earlier before,
            Predicate<String> asked) {
        var monthly =
                SourceMonth.list(newest.source().facts(), false).stream()
                        .map(WaterItem::keyOf)
                        .collect(Collectors.toSet());
        var items = new LinkedHashMap<String, MonitoredItem>();
        SourceMonth.list(newest.source().facts(), false)
                .forEach(it -> items.put(WaterItem.keyOf(it), it));
        history.values()
                .forEach(
                        it ->
                                it.verdict()
                                        .items()
                                        .forEach(
                                                verdict ->
                                                        items.put(
                                                                WaterItem.keyOf(verdict.item()),
                                                                verdict.item())));
        items.keySet().removeIf(asked.negate());
        var verdicts = new LinkedHashMap<YearMonth, Map<String, ItemVerdict>>();
        var wanted = new LinkedHashMap<YearMonth, List<String>>();
        history.forEach(
                (month, of) -> {
                    verdicts.put(
                            month,
                            of.verdict().items().stream()
                                    .filter(it -> items.containsKey(WaterItem.keyOf(it.item())))
                                    .collect(
                                            Collectors.toMap(
                                                    it -> WaterItem.keyOf(it.item()),
                                                    it -> it,
                                                    (one, _) -> one)));
                    wanted.put(
                            month,
                            of.monitored()
                                    ? of.missing().stream().map(WaterItem::keyOf).toList()
                                    : List.copyOf(monthly));
                });
        var histories = new ArrayList<ItemHistory>();
        items.forEach(
                (key, item) ->
                        histories.add(
                                new ItemHistory(
                                        item,
                                        newest.source().facts().target(),
                                        standings.stream()
                                                .map(
                                                        it ->
                                                                month(
                                                                        it,
                                                                        history.get(it.month()),
                                                                        key,
                                                                        verdicts,
                                                                        wanted,
                                                                        monthly.contains(key),
                                                                        before))
                                                .toList())));
        return histories;
    }

    private static ItemHistory.Month month(
            MonthStanding standing,
            @Nullable SourceMonth of,
            String key,
            Map<YearMonth, Map<String, ItemVerdict>> verdicts,
            Map<YearMonth, List<String>> wanted,
            boolean monthly,
            Corrections.Earlier before) {
        if (of == null) {
            // A report that does not tell of the source owes nothing of it; one that is not there
            // does.
            return new ItemHistory.Month(
                    standing, null, monthly && standing.release() == null, false, "");
        }
        var verdict = verdicts.getOrDefault(standing.month(), Map.of()).get(key);
        return new ItemHistory.Month(
                standing,
                verdict,
                verdict != null || wanted.getOrDefault(standing.month(), List.of()).contains(key),
                verdict != null && before.differs(of, verdict.item()),
                of.monitored() || of.sampling() == null ? "" : of.sampling().reason());
    }

    /** Where an item was over its limit, the newest first, of the agency's public months. */
    public List<Exceedance> exceedances(Agency agency, String item) {
        var releases = released.of(agency.id()).values();
        summaries.layOut(agency.id(), releases);
        return summaries.exceedances(releases, item, MOST_EXCEEDANCES);
    }

    /** What the agency holds an item against in place of printed limits, by its own decisions. */
    public List<LimitOverride> limits(Agency agency, WaterItem item) {
        return bases.now(agency.id()).limits().stream()
                .filter(
                        it ->
                                item.standings().stream()
                                        .anyMatch(
                                                of ->
                                                        it.row()
                                                                        .standard()
                                                                        .equals(
                                                                                of.standard()
                                                                                        .code())
                                                                && it.row()
                                                                        .item()
                                                                        .equals(of.item().name())))
                .toList();
    }

    /** Every value of a month, source by source; a few are read at a time. */
    public void values(Agency agency, OpenMonth month, Consumer<OpenValue> take) {
        var release = month.standing().release();
        if (release == null) {
            throw Refusal.notFound();
        }
        var all = month.sources().stream().map(OpenSource::source).toList();
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            var chosen = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            var before = corrections.before(List.of(release), chosen);
            released.lines(agency.id(), release, chosen)
                    .forEach(it -> values(release, it, before, take));
        }
    }

    /** Every value of every source of an agency, source by source. */
    public void values(Agency agency, Consumer<OpenValue> take) {
        var known = released.of(agency.id());
        if (known.isEmpty()) {
            return;
        }
        sources.newest(agency.id()).forEach(it -> values(new Owned(agency, it, known), take));
    }

    /** Every value of a source, month by month. */
    public void values(Owned owned, Consumer<OpenValue> take) {
        var known = owned.known();
        var before = corrections.before(known.values(), List.of(owned.source().id()));
        released.history(
                        owned.agency().id(), owned.source().id(), known.firstKey(), known.lastKey())
                .forEach(
                        (month, of) -> {
                            var release = known.get(month);
                            if (release != null) {
                                values(release, of, before, take);
                            }
                        });
    }

    private static void values(
            Release release, SourceMonth of, Corrections.Earlier before, Consumer<OpenValue> take) {
        of.verdict()
                .items()
                .forEach(
                        it ->
                                take.accept(
                                        new OpenValue(
                                                of.month(),
                                                release,
                                                of,
                                                it,
                                                before.differs(of, it.item()))));
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }

    private static YearMonth earlier(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }
}
