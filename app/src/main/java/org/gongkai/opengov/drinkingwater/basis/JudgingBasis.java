package org.gongkai.opengov.drinkingwater.basis;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.NaturalBackground;
import org.gongkai.opengov.drinkingwater.WaterStandard;
import org.gongkai.opengov.drinkingwater.WaterStandards;

/**
 * What an agency has laid down beside the printed standards, as far as one of its decisions (评价依据):
 * results are judged by it.
 *
 * @param number of the newest decision in it; 0 for the printed standards alone
 * @param backgrounds by source, what is over by nature alone
 * @param limits that hold in place of printed ones
 * @param editions older editions, by their codes, that samples of their time are held against
 * @param setsApart whether rates are told without the sources too that miss their target by nature
 *     alone
 */
public record JudgingBasis(
        int number,
        Map<Long, List<Background>> backgrounds,
        List<LimitOverride> limits,
        Set<String> editions,
        boolean setsApart) {
    /** The printed standards alone. */
    public static final JudgingBasis NONE =
            new JudgingBasis(0, Map.of(), List.of(), Set.of(), false);

    public JudgingBasis {
        backgrounds = Map.copyOf(backgrounds);
        limits = List.copyOf(limits);
        editions = Set.copyOf(editions);
    }

    /** By item, what of a source is over by nature alone on a day. */
    public Map<String, NaturalBackground> backgrounds(long source, LocalDate day) {
        var found = new HashMap<String, NaturalBackground>();
        for (var each : backgrounds.getOrDefault(source, List.of())) {
            if (each.holdsOn(day)) {
                found.put(each.item(), each.nature());
            }
        }
        return found;
    }

    /** The edition that a sample of this day is held against: this one, or an older one. */
    public WaterStandard standard(WaterStandard newest, LocalDate day) {
        if (editions.isEmpty() || !day.isBefore(newest.inForce())) {
            return newest;
        }
        return editions.stream()
                .flatMap(it -> WaterStandards.olderCited(it).stream())
                .filter(it -> it.kind() == newest.kind() && !day.isBefore(it.inForce()))
                .findFirst()
                .orElse(newest);
    }

    /** A row of a standard with the limits that it is held against on a day. */
    public MonitoredItem item(WaterStandard standard, MonitoredItem printed, LocalDate day) {
        if (limits.isEmpty()) {
            return printed;
        }
        var row = LimitOverride.Row.of(standard, printed);
        return limits.stream()
                .filter(it -> it.row().equals(row) && it.holdsOn(day))
                .findFirst()
                .map(it -> it.over(printed))
                .orElse(printed);
    }
}
