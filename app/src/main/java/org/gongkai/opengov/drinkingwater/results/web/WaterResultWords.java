package org.gongkai.opengov.drinkingwater.results.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.opengov.drinkingwater.Change;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.PassRate;
import org.gongkai.opengov.drinkingwater.results.Sampling;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.web.ExplainedItems;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** How pages speak of results (监测结果用语). */
@Component
public class WaterResultWords {
    private final Wording wording;
    private final ExplainedItems explained;
    private final Clock clock;

    WaterResultWords(Wording wording, ExplainedItems explained, Clock clock) {
        this.wording = wording;
        this.explained = explained;
        this.clock = clock;
    }

    /** 2021年7月. */
    public String month(YearMonth month) {
        return wording.say("drinkingwater.results.month", month.getYear(), month.getMonthValue());
    }

    /** 达标, 未达标, 未评价, 本月未监测, 无数据. */
    public String standing(SourceMonth month) {
        return wording.say("drinkingwater.results.standing." + standingOf(month));
    }

    private static String standingOf(SourceMonth month) {
        if (!month.monitored()) {
            return month.sampling() == null ? "none" : "not-monitored";
        }
        return month.verdict().met().map(it -> it ? "met" : "over").orElse("not-judged");
    }

    /** How the tag of a standing looks; a month that is over and has no results is late. */
    public String look(SourceMonth month) {
        return switch (standingOf(month)) {
            case "met" -> "good";
            case "over" -> "late";
            case "none" -> month.month().isBefore(YearMonth.now(clock)) ? "late" : "soon";
            default -> "soon";
        };
    }

    /** The class of the water; a dash without one. */
    public String waterClass(SourceMonth month) {
        return month.verdict()
                .waterClass()
                .map(it -> wording.say("drinkingwater.sources.class", it.text()))
                .orElse("—");
    }

    /** What is over its limit, with its multiple: 总硬度（0.04）. */
    public String over(SourceMonth month) {
        return month.over().isEmpty()
                ? "—"
                : month.over().stream().map(explained::over).collect(Collectors.joining("、"));
    }

    /** 无明显变化 and so on; a dash where one month has no class. */
    public String change(Optional<Change> change) {
        return change.map(Change::text).orElse("—");
    }

    /** A share in percent with what it is made from. */
    public String rate(PassRate rate) {
        return rate.percent()
                .map(
                        it ->
                                wording.say(
                                        "drinkingwater.results.rate",
                                        it.toPlainString(),
                                        plain(rate.passing()),
                                        plain(rate.judged())))
                .orElseGet(() -> wording.say("drinkingwater.results.no-rate"));
    }

    /** What was taken in the month. */
    public String intake(SourceMonth month) {
        return month.intake().map(WaterResultWords::plain).orElse("—");
    }

    /** How many of the list were monitored. */
    public String coverage(SourceMonth month) {
        return wording.say(
                "drinkingwater.results.coverage",
                month.wanted() - month.missing().size(),
                month.wanted());
    }

    /** The whole sample in a sentence. */
    public String summary(SourceMonth month) {
        return explained.summary(month.verdict(), month.evaluation());
    }

    /** Why an item's verdict is what it is. */
    public String sentence(ItemVerdict verdict, SourceMonth month) {
        return explained.sentence(verdict, month.evaluation());
    }

    /** What was judged, with its unit. */
    public String judged(ItemVerdict verdict) {
        var unit = verdict.item().unit();
        var written = ExplainedItems.written(verdict.judged());
        return unit.isEmpty() || unit.equals("dimensionless") ? written : written + " " + unit;
    }

    /** 符合, 超标, 不评价. */
    public String result(ItemVerdict verdict) {
        return wording.say("drinkingwater.results.item." + resultOf(verdict));
    }

    /** How the tag of an item's result looks. */
    public String look(ItemVerdict verdict) {
        return switch (resultOf(verdict)) {
            case "met" -> "good";
            case "over" -> "late";
            default -> "plain";
        };
    }

    private static String resultOf(ItemVerdict verdict) {
        return verdict.met().map(it -> it ? "met" : "over").orElse("not-judged");
    }

    /** 报表导入, 手工录入, 接口, 演示. */
    public String origin(Sampling sampling) {
        return wording.say(
                "drinkingwater.results.origin."
                        + sampling.origin().name().toLowerCase(Locale.ROOT));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
