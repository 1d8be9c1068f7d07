package org.gongkai.opengov.drinkingwater.reports.web;

import org.gongkai.opengov.disclosures.Document;
import org.gongkai.opengov.drinkingwater.reports.Disagreement;
import org.gongkai.opengov.drinkingwater.reports.MonthStanding;
import org.gongkai.opengov.drinkingwater.reports.ReportPeriod;
import org.gongkai.opengov.drinkingwater.reports.WatchedMonth.Stage;
import org.gongkai.opengov.drinkingwater.reports.WatchedMonth.Watched;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How pages speak of reports (报告用语). */
@Component
public class WaterReportWords {
    private static final int LONGEST = 120;

    private final Wording wording;

    WaterReportWords(Wording wording) {
        this.wording = wording;
    }

    /** 2021年7月, 2021年第3季度, 2021年. */
    public String period(ReportPeriod period) {
        var year = period.first().getYear();
        return switch (period.kind()) {
            case MONTH ->
                    wording.say(
                            "drinkingwater.results.month", year, period.first().getMonthValue());
            case QUARTER -> wording.say("drinkingwater.reports.quarter", year, period.quarter());
            case YEAR -> wording.say("drinkingwater.reports.year", year);
        };
    }

    /** 采样, 监测结果, 报告送审, 公开. */
    public String stage(Stage stage) {
        return wording.say("drinkingwater.reports.stage." + stage.slug());
    }

    /** 已完成, 未到期, 临近, 逾期. */
    public String level(Watched it) {
        return wording.say(
                "drinkingwater.reports.level."
                        + (it.stage() == Stage.SAMPLING && it.level().slug().equals("near")
                                ? "unknown"
                                : it.level().slug()));
    }

    /** How the tag of a level looks. */
    public String look(Watched it) {
        return switch (it.level()) {
            case DONE -> "good";
            case RUNNING -> "plain";
            case NEAR -> "soon";
            case LATE -> "late";
        };
    }

    /** The state of a document in a word; a dash without one. */
    public String state(@Nullable Document document) {
        return document == null
                ? wording.say("drinkingwater.reports.none")
                : wording.say("disclosures.state." + document.state().name());
    }

    /** 已公开, 已撤回, 未到期, 逾期未公开. */
    public String standing(MonthStanding it) {
        return wording.say(
                "drinkingwater.reports.standing."
                        + it.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    /** A disagreement in a sentence. */
    public String sentence(Disagreement it) {
        return wording.say(
                "drinkingwater.reports.disagrees." + it.rule().slug(),
                brief(it.place()),
                brief(it.found()),
                brief(it.wanted()));
    }

    private static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
