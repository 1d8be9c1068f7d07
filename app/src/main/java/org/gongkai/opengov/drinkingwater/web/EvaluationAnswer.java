package org.gongkai.opengov.drinkingwater.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.gongkai.opengov.drinkingwater.Evaluation;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.NotJudged;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.WaterVerdict;
import org.jspecify.annotations.Nullable;

/**
 * The verdict, explained (评价结论).
 *
 * @param waterClass of the worst item; null if no item has one
 * @param met whether every item that was judged meets the target; null if none was judged
 * @param overOnlyByBackground whether every item over its limit is so by nature alone
 */
public record EvaluationAnswer(
        String standard,
        String target,
        @JsonProperty("class") @Nullable String waterClass,
        @Nullable Boolean met,
        boolean overOnlyByBackground,
        String explanation,
        List<Item> items) {

    /**
     * One item.
     *
     * @param rounded what was judged, as text in {@code unit}
     * @param limit as the standard prints it, in {@code unit}
     * @param multiple how many times over the limit
     * @param background why it is over by nature alone; null where it is not
     */
    public record Item(
            String item,
            String code,
            @JsonProperty("class") @Nullable String waterClass,
            @Nullable Boolean met,
            boolean judged,
            @Nullable String notJudgedReason,
            @Nullable BigDecimal multiple,
            String rounded,
            @Nullable String limit,
            String unit,
            @Nullable String background,
            String explanation) {}

    /** What is answered of a verdict. */
    public static EvaluationAnswer of(
            WaterVerdict verdict, Evaluation evaluation, ExplainedItems explained) {
        return new EvaluationAnswer(
                evaluation.standard().code(),
                evaluation.target().text(),
                verdict.waterClass().map(WaterClass::text).orElse(null),
                verdict.met().orElse(null),
                verdict.onlyBackground(),
                explained.summary(verdict, evaluation),
                verdict.items().stream().map(it -> item(it, evaluation, explained)).toList());
    }

    private static Item item(ItemVerdict verdict, Evaluation evaluation, ExplainedItems explained) {
        return new Item(
                verdict.item().name(),
                verdict.item().code(),
                verdict.itemClass().map(WaterClass::text).orElse(null),
                verdict.met().orElse(null),
                verdict.wasJudged(),
                verdict.notJudged().map(EvaluationAnswer::slug).orElse(null),
                verdict.multiple().orElse(null),
                ExplainedItems.written(verdict.judged()),
                verdict.limit().orElse(null),
                verdict.item().unit(),
                verdict.background().map(explained::background).orElse(null),
                explained.sentence(verdict, evaluation));
    }

    private static String slug(NotJudged why) {
        return why.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
