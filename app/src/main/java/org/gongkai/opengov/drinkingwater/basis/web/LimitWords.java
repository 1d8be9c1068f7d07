package org.gongkai.opengov.drinkingwater.basis.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.opengov.drinkingwater.ItemNames;
import org.gongkai.opengov.drinkingwater.WaterBody;
import org.gongkai.opengov.drinkingwater.WaterStandard;
import org.gongkai.opengov.drinkingwater.WaterStandards;
import org.gongkai.opengov.drinkingwater.basis.LimitEntry;
import org.gongkai.opengov.drinkingwater.basis.LimitOverride;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** How pages speak of other limits than the printed ones (限值调整用语). */
@Component
public class LimitWords {
    private static final String DIMENSIONLESS = "dimensionless";

    private final Wording wording;

    LimitWords(Wording wording) {
        this.wording = wording;
    }

    /** The item, and the water where the standard makes a difference. */
    public String item(LimitOverride.Row row) {
        return row.body() == null
                ? row.item()
                : wording.say("drinkingwater.limits.of", row.item(), body(row.body()));
    }

    private String body(WaterBody body) {
        return wording.say(
                body == WaterBody.LAKE
                        ? "drinkingwater.limits.waterBody.lake"
                        : "drinkingwater.limits.waterBody.river");
    }

    /** What a citation of the standard prints. */
    public String standard(LimitOverride.Row row) {
        return WaterStandards.cited(row.standard())
                .map(WaterStandard::title)
                .orElse(row.standard());
    }

    /** The unit of its limits; empty for none. */
    public String unit(LimitOverride.Row row) {
        var unit =
                WaterStandards.cited(row.standard())
                        .flatMap(
                                it ->
                                        ItemNames.find(
                                                it,
                                                row.item(),
                                                Objects.requireNonNullElse(
                                                        row.body(), WaterBody.GROUNDWATER)))
                        .map(it -> it.unit())
                        .orElse("");
        return unit.equals(DIMENSIONLESS) ? "" : unit;
    }

    /** What differs, class by class, with the unit. */
    public String limits(LimitOverride it) {
        var unit = unit(it.row());
        return LimitEntry.LIMITS.stream()
                .filter(it.limits()::containsKey)
                .map(
                        of -> {
                            var limit = (limit(it, of) + " " + unit).strip();
                            return of.equals(LimitOverride.ONE)
                                    ? limit
                                    : wording.say("drinkingwater.limits.of-class", of, limit);
                        })
                .collect(Collectors.joining("，"));
    }

    /** One limit; empty where the printed one holds. */
    public String limit(LimitOverride it, String of) {
        var limit = it.limits().get(of);
        return limit == null ? "" : limit.toPlainString();
    }

    List<Choice> standards() {
        return WaterStandards.shipped().stream()
                .map(it -> Choice.of(it.code(), it.title()))
                .toList();
    }

    List<Choice> bodies() {
        return List.of(
                Choice.of("river", body(WaterBody.RIVER)), Choice.of("lake", body(WaterBody.LAKE)));
    }
}
