package org.gongkai.opengov.drinkingwater.basis;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.drinkingwater.NaturalBackground;

/**
 * What an agency has laid down beside the printed standards, as far as one of its decisions (评价依据):
 * results are judged by it.
 *
 * @param number of the newest decision in it; 0 for the printed standards alone
 * @param backgrounds by source, what is over by nature alone
 * @param setsApart whether rates are told without the sources too that miss their target by nature
 *     alone
 */
public record JudgingBasis(int number, Map<Long, List<Background>> backgrounds, boolean setsApart) {
    /** The printed standards alone. */
    public static final JudgingBasis NONE = new JudgingBasis(0, Map.of(), false);

    public JudgingBasis {
        backgrounds = Map.copyOf(backgrounds);
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
}
