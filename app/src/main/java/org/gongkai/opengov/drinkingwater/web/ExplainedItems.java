package org.gongkai.opengov.drinkingwater.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.Amendment;
import org.gongkai.opengov.drinkingwater.Evaluation;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.NaturalBackground;
import org.gongkai.opengov.drinkingwater.Reading;
import org.gongkai.opengov.drinkingwater.WaterVerdict;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** Why a verdict is what it is, in sentences (评价说明): value, rounding, limit, clause. */
@Component
public class ExplainedItems {
    private final Wording wording;

    ExplainedItems(Wording wording) {
        this.wording = wording;
    }

    /** The whole sample in a sentence. */
    public String summary(WaterVerdict verdict, Evaluation evaluation) {
        var over = verdict.items().stream().filter(ItemVerdict::over).map(this::over).toList();
        var judged = verdict.items().stream().filter(ItemVerdict::wasJudged).count();
        var target = evaluation.target().text();
        var judgedSo =
                verdict.met().isEmpty()
                        ? wording.say("drinkingwater.summary.none")
                        : over.isEmpty()
                                ? wording.say("drinkingwater.summary.met", judged, target)
                                : wording.say(
                                        "drinkingwater.summary.over",
                                        judged,
                                        target,
                                        String.join("、", over));
        var deciding =
                String.join("、", verdict.deciding().stream().map(it -> it.item().name()).toList());
        var held =
                verdict.onlyBackground()
                        ? judgedSo + wording.say("drinkingwater.summary.only-background")
                        : judgedSo;
        return verdict.waterClass()
                .map(it -> held + wording.say("drinkingwater.summary.class", it.text(), deciding))
                .orElse(held);
    }

    /** An item over its limit with its multiple, and whether it is so by nature: 总硬度（0.04，天然本底）. */
    public String over(ItemVerdict verdict) {
        return over(verdict.item().name(), verdict.multiple(), verdict.background().isPresent());
    }

    /** The same of what is known of it. */
    public String over(String item, Optional<BigDecimal> multiple, boolean byNature) {
        return multiple.map(
                        it ->
                                wording.say(
                                        byNature
                                                ? "drinkingwater.over.times-by-nature"
                                                : "drinkingwater.over.times",
                                        item,
                                        it.toPlainString()))
                .orElseGet(
                        () -> byNature ? wording.say("drinkingwater.over.by-nature", item) : item);
    }

    /** The paper by which other limits hold, and from when. */
    public String amended(Amendment it) {
        return wording.say("drinkingwater.limits.by", it.basis(), it.from().toString());
    }

    /** Why an item is over by nature alone: cause and paper. */
    public String background(NaturalBackground it) {
        return wording.say("drinkingwater.background." + it.told(), it.cause(), it.basis());
    }

    /** One item in sentences. */
    public String sentence(ItemVerdict verdict, Evaluation evaluation) {
        return value(verdict)
                + limit(verdict, evaluation)
                + result(verdict)
                + itemClass(verdict)
                + verdict.background()
                        .map(it -> wording.say("drinkingwater.item.background", background(it)))
                        .orElse("")
                + certainty(verdict);
    }

    private String value(ItemVerdict verdict) {
        var item = verdict.item();
        var reported = withUnit(written(verdict.reported()), verdict);
        return verdict.wasRounded()
                ? wording.say(
                        "drinkingwater.item.rounded",
                        item.name(),
                        reported,
                        item.decimals().orElse(0),
                        written(verdict.judged()))
                : wording.say("drinkingwater.item.value", item.name(), reported);
    }

    private String limit(ItemVerdict verdict, Evaluation evaluation) {
        var item = verdict.item();
        var amended = item.amendment();
        if (amended.isPresent()) {
            return wording.say(
                    item.limits().hasClasses()
                            ? "drinkingwater.item.limit-amended"
                            : "drinkingwater.item.one-limit-amended",
                    verdict.target().text(),
                    withUnit(verdict.limit().orElse(""), verdict),
                    amended(amended.get()),
                    evaluation.standard().title(),
                    item.table(),
                    item.place());
        }
        return verdict.limit()
                .map(
                        it ->
                                wording.say(
                                        item.limits().hasClasses()
                                                ? "drinkingwater.item.limit"
                                                : "drinkingwater.item.one-limit",
                                        evaluation.standard().title(),
                                        item.table(),
                                        item.place(),
                                        verdict.target().text(),
                                        withUnit(it, verdict)))
                .orElse("");
    }

    private String result(ItemVerdict verdict) {
        if (verdict.notJudged().isPresent()) {
            return wording.say(
                    "drinkingwater.not-judged."
                            + verdict.notJudged()
                                    .get()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'));
        }
        if (!verdict.over()) {
            return wording.say("drinkingwater.item.met");
        }
        return verdict.multiple()
                .map(it -> wording.say("drinkingwater.item.over", it.toPlainString()))
                .orElseGet(() -> wording.say("drinkingwater.item.over-without-multiple"));
    }

    private String itemClass(ItemVerdict verdict) {
        return verdict.itemClass()
                .map(it -> wording.say("drinkingwater.item.class", it.text()))
                .or(
                        () ->
                                verdict.atLeast()
                                        .map(
                                                it ->
                                                        wording.say(
                                                                "drinkingwater.item.at-least",
                                                                it.text())))
                .orElse("");
    }

    private String certainty(ItemVerdict verdict) {
        if (verdict.item().amendment().isPresent()) {
            return "";
        }
        return switch (verdict.item().certainty()) {
            case CHECKED -> "";
            case NOT_SEEN_IN_PRINT -> wording.say("drinkingwater.item.not-in-print");
            case FROM_MEMORY -> wording.say("drinkingwater.item.from-memory");
        };
    }

    private static String withUnit(String text, ItemVerdict verdict) {
        var unit = verdict.item().unit();
        return unit.isEmpty() || unit.equals("dimensionless") ? text : text + " " + unit;
    }

    /** As laboratories write it. */
    public static String written(Reading reading) {
        return switch (reading) {
            case Reading.Measured it -> it.value().toPlainString();
            case Reading.NotDetected it -> it.detectionLimit().toPlainString() + "L";
            case Reading.NotDetectedAtAll _ -> "未检出";
            case Reading.MoreThan it -> ">" + it.value().toPlainString();
            case Reading.Observed it -> it.there() ? "有" : "无";
            case Reading.NotMonitored _ -> "未监测";
        };
    }
}
