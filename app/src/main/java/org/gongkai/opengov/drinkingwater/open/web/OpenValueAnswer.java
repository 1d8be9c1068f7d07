package org.gongkai.opengov.drinkingwater.open.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.open.OpenValue;
import org.gongkai.opengov.drinkingwater.results.Sampling;
import org.gongkai.opengov.drinkingwater.web.ExplainedItems;
import org.jspecify.annotations.Nullable;

/**
 * A public value for programs and files (公开监测值): with its unit, its limit, the standard and method
 * it was judged by, and the report it stands in.
 *
 * @param value as reported, in {@code unit}; text, so that {@code 0.0003L} stays itself
 * @param limit of the target, as the standard prints it, in {@code unit}; null where there is none
 * @param limitBasis the paper by which the limit is not the printed one; null where it is
 * @param met null where it was not judged
 * @param background why it is over by nature alone; null where it is not
 * @param method how it was judged
 * @param corrected whether another value was published first
 */
public record OpenValueAnswer(
        String month,
        long source,
        String sourceName,
        String kind,
        String district,
        String item,
        String name,
        String value,
        String unit,
        @Nullable String limit,
        @Nullable String limitBasis,
        String target,
        @JsonProperty("class") @Nullable String waterClass,
        @Nullable Boolean met,
        @Nullable String notJudgedReason,
        @Nullable BigDecimal multiple,
        @Nullable String background,
        String standard,
        String method,
        @Nullable String sampledOn,
        String laboratory,
        boolean fullAnalysis,
        String report,
        int edition,
        boolean corrected,
        String correction) {

    static OpenValueAnswer of(OpenValue it, String method, OpenWaterWords words) {
        var facts = it.of().source().facts();
        var verdict = it.verdict();
        Sampling sampling = it.of().sampling();
        return new OpenValueAnswer(
                it.month().toString(),
                it.of().source().id(),
                facts.name(),
                facts.kind().slug(),
                facts.district(),
                it.item(),
                verdict.item().name(),
                ExplainedItems.written(verdict.reported()),
                verdict.item().unit(),
                verdict.limit().orElse(null),
                verdict.item().amendment().map(words::amended).orElse(null),
                verdict.target().text(),
                verdict.itemClass().map(WaterClass::text).orElse(null),
                verdict.met().orElse(null),
                verdict.notJudged()
                        .map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse(null),
                verdict.multiple().orElse(null),
                verdict.background().isEmpty() ? null : words.background(verdict),
                it.of().evaluation().standard().code(),
                words.method(it.of(), method),
                sampling == null || sampling.sampledOn() == null
                        ? null
                        : sampling.sampledOn().toString(),
                sampling == null ? "" : sampling.laboratory(),
                sampling != null && sampling.full(),
                it.release().indexNumber().toString(),
                it.release().edition(),
                it.corrected(),
                it.corrected() ? it.release().corrections().getLast().note() : "");
    }

    /** The same as cells of a table, in the order of the fields. */
    List<String> cells() {
        var cells = new ArrayList<String>();
        for (Object it :
                new Object[] {
                    month,
                    source,
                    sourceName,
                    kind,
                    district,
                    item,
                    name,
                    value,
                    unit,
                    limit,
                    limitBasis,
                    target,
                    waterClass,
                    met,
                    notJudgedReason,
                    multiple,
                    background,
                    standard,
                    method,
                    sampledOn,
                    laboratory,
                    fullAnalysis,
                    report,
                    edition,
                    corrected,
                    correction
                }) {
            cells.add(
                    it instanceof BigDecimal number
                            ? number.toPlainString()
                            : Objects.toString(it, ""));
        }
        return cells;
    }
}
