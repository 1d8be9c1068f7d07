package org.gongkai.opengov.drinkingwater.open.web;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.opengov.drinkingwater.Amendment;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.NaturalBackground;
import org.gongkai.opengov.drinkingwater.PassRate;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.basis.LimitEntry;
import org.gongkai.opengov.drinkingwater.basis.LimitOverride;
import org.gongkai.opengov.drinkingwater.open.ItemChart;
import org.gongkai.opengov.drinkingwater.open.ItemHistory;
import org.gongkai.opengov.drinkingwater.open.OpenMonth;
import org.gongkai.opengov.drinkingwater.open.OpenSource;
import org.gongkai.opengov.drinkingwater.open.Plotted;
import org.gongkai.opengov.drinkingwater.open.WaterItem;
import org.gongkai.opengov.drinkingwater.reports.MonthStanding;
import org.gongkai.opengov.drinkingwater.reports.Release;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.sources.web.WaterSourceWords;
import org.gongkai.opengov.drinkingwater.web.ExplainedItems;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How pages speak of the water of sources (水源水质用语). */
@Component
public class OpenWaterWords {
    private final Wording wording;
    private final ExplainedItems explained;
    private final WaterSourceWords sources;
    private final ChineseDates dates;

    OpenWaterWords(
            Wording wording,
            ExplainedItems explained,
            WaterSourceWords sources,
            ChineseDates dates) {
        this.wording = wording;
        this.explained = explained;
        this.sources = sources;
        this.dates = dates;
    }

    /** How sources are spoken of. */
    public WaterSourceWords sources() {
        return sources;
    }

    /** 2021年6月. */
    public String month(YearMonth month) {
        return wording.say("drinkingwater.open.month", month.getYear(), month.getMonthValue());
    }

    /** 达标, 不达标, or 未评价. */
    public String result(Optional<Boolean> met) {
        return wording.say(
                "drinkingwater.open.result." + met.map(it -> it ? "met" : "over").orElse("none"));
    }

    /** How the tag of a result looks: never its colour alone, always its word and sign. */
    public String look(Optional<Boolean> met) {
        return met.map(it -> it ? "good" : "late").orElse("plain");
    }

    /** The class in words. */
    public String waterClass(Optional<WaterClass> waterClass) {
        return waterClass
                .map(it -> wording.say("drinkingwater.open.class", it.text()))
                .orElseGet(() -> wording.say("drinkingwater.open.no-class"));
    }

    /** The items over their limits with their multiples; a word for none. */
    public String over(OpenSource source) {
        return source.over().isEmpty()
                ? wording.say("drinkingwater.open.none-over")
                : String.join("、", source.over().stream().map(this::over).toList());
    }

    /** An item over its limit with value, limit and multiple. */
    public String overInFull(OpenSource.Over over) {
        return overLimit(over)
                + over.background()
                        .map(
                                it ->
                                        wording.say(
                                                "drinkingwater.open.over.background",
                                                explained.background(it)))
                        .orElse("");
    }

    private String overLimit(OpenSource.Over over) {
        var limit = WaterItemWords.withUnit(over.limit(), over.unit());
        return over.multiple()
                .map(
                        it ->
                                wording.say(
                                        "drinkingwater.open.over.times",
                                        over.name(),
                                        WaterItemWords.withUnit(over.value(), over.unit()),
                                        limit,
                                        it.toPlainString()))
                .orElseGet(
                        () ->
                                wording.say(
                                        "drinkingwater.open.over.plain",
                                        over.name(),
                                        WaterItemWords.withUnit(over.value(), over.unit()),
                                        limit));
    }

    private String over(OpenSource.Over over) {
        return explained.over(over.name(), over.multiple(), over.background().isPresent());
    }

    /** The items over their limits in a month, as of the sample itself. */
    public String over(SourceMonth of) {
        return of.over().isEmpty()
                ? wording.say("drinkingwater.open.none-over")
                : String.join("、", of.over().stream().map(explained::over).toList());
    }

    /** A month of one source alone. */
    public String alone(OpenMonth month) {
        if (month.sources().isEmpty()) {
            return wording.say("drinkingwater.open.glance.none");
        }
        var of = month.sources().getFirst();
        return wording.say(
                of.over().isEmpty()
                        ? "drinkingwater.open.kind-and-class"
                        : "drinkingwater.open.alone.over",
                result(of.met()),
                waterClass(of.waterClass()),
                over(of));
    }

    /** An address with the agency that was asked for, where one was, and what else follows. */
    public static String address(String path, @Nullable String agency, String more) {
        return OpenWaterPages.with(path, agency, more);
    }

    /** 5个水源全部达标, or how many do not pass; and how many more were not judged. */
    public String glance(OpenMonth month) {
        var judged = month.bySources().judged().intValue();
        var failing = month.failing().size();
        if (judged == 0) {
            return wording.say("drinkingwater.open.glance.none");
        }
        var said =
                failing == 0
                        ? wording.say("drinkingwater.open.glance.all", judged)
                        : wording.say(
                                "drinkingwater.open.glance.some",
                                judged,
                                failing,
                                String.join(
                                        "、", month.failing().stream().map(this::failing).toList()));
        var left = month.sources().size() - judged;
        return left == 0
                ? wording.say("drinkingwater.open.glance.whole", said)
                : wording.say("drinkingwater.open.glance.rest", said, left);
    }

    /** The name of a source that does not pass, and whether that is so by nature alone. */
    private String failing(OpenSource source) {
        return source.onlyBackground()
                ? wording.say("drinkingwater.over.by-nature", source.name())
                : source.name();
    }

    /**
     * A rate with what it is of; a word where there is none.
     *
     * @param sources the same rate by the number of sources: whether any was judged
     */
    private String rate(PassRate sources, Optional<PassRate> rate, String unit) {
        if (sources.judged().signum() == 0) {
            return wording.say("drinkingwater.open.rate.none");
        }
        return rate.flatMap(
                        it ->
                                it.percent()
                                        .map(
                                                percent ->
                                                        wording.say(
                                                                "drinkingwater.open.rate." + unit,
                                                                percent.toPlainString(),
                                                                plain(it.passing()),
                                                                plain(it.judged()))))
                .orElseGet(() -> wording.say("drinkingwater.open.rate.unknown"));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Every source that does not pass, with its items in full, one a line. */
    public String failing(OpenMonth month) {
        return String.join(
                "\n",
                month.failing().stream()
                        .map(
                                it ->
                                        wording.say(
                                                "drinkingwater.open.feed.failing",
                                                it.name(),
                                                String.join(
                                                        "；",
                                                        it.over().stream()
                                                                .map(this::overInFull)
                                                                .toList())))
                        .toList());
    }

    /** The rate by the number of sources. */
    public String bySources(OpenMonth month) {
        return rate(month.bySources(), Optional.of(month.bySources()), "sources");
    }

    /** The rate by what was taken. */
    public String byVolume(OpenMonth month) {
        return rate(month.bySources(), month.byVolume(), "volume");
    }

    /** By sources without those that miss their target by nature alone; null where none is so. */
    public @Nullable String bySourcesApart(OpenMonth month) {
        return month.bySourcesApart().map(it -> rate(it, Optional.of(it), "sources")).orElse(null);
    }

    /** By volume without them; null where none is so. */
    public @Nullable String byVolumeApart(OpenMonth month) {
        return month.bySourcesApart()
                .map(it -> rate(it, month.byVolumeApart(), "volume"))
                .orElse(null);
    }

    /** Why an item is over by nature alone; empty where it is not. */
    public String background(ItemVerdict verdict) {
        return verdict.background().map(explained::background).orElse("");
    }

    /** How a sample was judged: as usual, or by an older edition of the standard. */
    String method(SourceMonth of, String usual) {
        var standard = of.evaluation().standard();
        return standard.code().equals(of.source().facts().kind().standard().code())
                ? usual
                : wording.say("drinkingwater.open.method.older", standard.title());
    }

    /** The paper by which other limits hold, and from when. */
    public String amended(Amendment it) {
        return explained.amended(it);
    }

    /** Limits that an agency holds an item against, class by class, each with its unit. */
    public String limits(LimitOverride it, WaterItem item) {
        var unit =
                item.standings().stream()
                        .filter(of -> of.standard().code().equals(it.row().standard()))
                        .map(of -> of.item().unit())
                        .findFirst()
                        .orElse("");
        return LimitEntry.LIMITS.stream()
                .filter(it.limits()::containsKey)
                .map(
                        of -> {
                            var limit =
                                    WaterItemWords.withUnit(
                                            Objects.requireNonNull(it.limits().get(of))
                                                    .toPlainString(),
                                            unit);
                            return of.equals(LimitOverride.ONE)
                                    ? limit
                                    : wording.say("drinkingwater.limits.of-class", of, limit);
                        })
                .collect(Collectors.joining("，"));
    }

    /** Cause and paper of what is over by nature alone. */
    String background(NaturalBackground it) {
        return explained.background(it);
    }

    /** 符合, 超标, or 不评价. */
    public String itemResult(ItemVerdict verdict) {
        return wording.say(
                "drinkingwater.open.item-result."
                        + verdict.met().map(it -> it ? "met" : "over").orElse("none"));
    }

    /** When and by whom. */
    public String sampled(SourceMonth of) {
        var sampling = Objects.requireNonNull(of.sampling());
        var unknown = wording.say("drinkingwater.open.sampled.unknown");
        return wording.say(
                "drinkingwater.open.sampled",
                sampling.sampledOn() == null ? unknown : dates.brief(sampling.sampledOn()),
                sampling.laboratory().isEmpty() ? unknown : sampling.laboratory());
    }

    /** What stands in a box of the sketch. */
    public String inBox(int count, Optional<Boolean> met) {
        var sign =
                wording.say(
                        "drinkingwater.open.where.sign."
                                + met.map(it -> it ? "met" : "over").orElse("none"));
        return count == 0 ? sign : wording.say("drinkingwater.open.where.box", count, sign);
    }

    /** Why a month has no value. */
    public String gap(ItemHistory.Month month) {
        return month.standing().release() == null
                ? standing(month.standing())
                : month.reason().isBlank()
                        ? wording.say("drinkingwater.open.no-reason")
                        : month.reason();
    }

    /** The key of an item, as in addresses. */
    public String key(ItemVerdict verdict) {
        return WaterItem.keyOf(verdict.item());
    }

    /** How a month stands with the public, in a word. */
    public String state(MonthStanding standing) {
        return wording.say("drinkingwater.open.state." + standing.state().name());
    }

    /** How the tag of it looks. */
    public String look(MonthStanding standing) {
        return switch (standing.state()) {
            case RELEASED -> "good";
            case WITHDRAWN -> "done";
            case NOT_YET_DUE -> "plain";
            case MISSING -> "late";
        };
    }

    /** Why a month is not public, or when it became so. */
    public String standing(MonthStanding standing) {
        return switch (standing.state()) {
            case RELEASED -> {
                var release = Objects.requireNonNull(standing.release());
                yield wording.say(
                        "drinkingwater.open.standing.released", dates.brief(release.publishedAt()));
            }
            case NOT_YET_DUE ->
                    wording.say("drinkingwater.open.standing.not-yet", dates.brief(standing.due()));
            case WITHDRAWN ->
                    wording.say("drinkingwater.open.standing.withdrawn", reason(standing.reason()));
            case MISSING ->
                    wording.say(
                            "drinkingwater.open.standing.missing",
                            dates.brief(standing.due()),
                            reason(standing.reason()));
        };
    }

    private String reason(String reason) {
        return reason.isBlank() ? wording.say("drinkingwater.open.no-reason") : reason;
    }

    /** A correction with its day. */
    public String correction(Release.Correction correction) {
        return wording.say(
                "drinkingwater.open.correction", dates.brief(correction.at()), correction.note());
    }

    /** The value as reported, with its unit. */
    public String value(ItemVerdict verdict) {
        var written = ExplainedItems.written(verdict.reported());
        return written.matches("[<>0-9].*")
                ? WaterItemWords.withUnit(written, verdict.item().unit())
                : written;
    }

    /** The limit with its unit; a dash where there is none. */
    public String limit(ItemVerdict verdict) {
        return verdict.limit()
                .map(it -> WaterItemWords.withUnit(it, verdict.item().unit()))
                .orElse("—");
    }

    /** The verdict on an item, explained: value, rounding, limit, clause. */
    public String explanation(ItemVerdict verdict, SourceMonth of) {
        return explained.sentence(verdict, of.evaluation());
    }

    /** The verdict on a source in a month, explained. */
    public String explanation(SourceMonth of) {
        return of.monitored()
                ? explained.summary(of.verdict(), of.evaluation())
                : wording.say(
                        "drinkingwater.open.not-monitored",
                        reason(of.sampling() == null ? "" : of.sampling().reason()));
    }

    /** What stands in the table beside a chart. */
    public String value(ItemHistory.Month month) {
        var verdict = month.verdict();
        if (verdict != null) {
            return value(verdict);
        }
        return wording.say(
                month.missing()
                        ? "drinkingwater.open.chart.no-value"
                        : month.wanted()
                                ? "drinkingwater.open.chart.not-yet"
                                : "drinkingwater.open.chart.not-wanted");
    }

    /** What a chart shows, for those who do not see it. */
    public String described(ItemHistory history) {
        ItemChart chart = history.chart();
        var newest = history.newest();
        return wording.say(
                        "drinkingwater.open.chart.described",
                        month(history.months().getFirst().month()),
                        month(history.months().getLast().month()),
                        chart.count(Plotted.Kind.MEASURED),
                        chart.count(Plotted.Kind.NOT_DETECTED),
                        chart.countOver(),
                        chart.count(Plotted.Kind.GAP))
                + newest.map(it -> wording.say("drinkingwater.open.chart.newest", value(it)))
                        .orElse("");
    }

    /** The limit that a chart has drawn in. */
    public String limit(ItemHistory history) {
        return history.item()
                .limits()
                .printed(history.target())
                .map(it -> WaterItemWords.withUnit(it, history.item().unit()))
                .orElseGet(() -> wording.say("drinkingwater.open.items.no-limit"));
    }
}
