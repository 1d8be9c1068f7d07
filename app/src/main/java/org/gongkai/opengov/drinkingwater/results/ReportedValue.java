package org.gongkai.opengov.drinkingwater.results;

import java.util.Optional;
import org.gongkai.opengov.drinkingwater.Evaluation;
import org.gongkai.opengov.drinkingwater.ItemNames;
import org.gongkai.opengov.drinkingwater.LaboratoryUnit;
import org.gongkai.opengov.drinkingwater.Reading;
import org.gongkai.opengov.drinkingwater.sources.SourceFacts;

/**
 * A value as the laboratory reports it (监测值).
 *
 * @param item its name in the standard
 * @param value as text, so that {@code 0.0003L} stays itself
 * @param unit as reported; empty where the item has none
 */
public record ReportedValue(String item, String value, String unit) {

    /** What it says of the item, in the unit of the limit; empty if that cannot be read. */
    public Optional<Evaluation.Sampled> of(SourceFacts source) {
        var kind = source.kind();
        return ItemNames.find(kind.standard(), item, kind.water())
                .flatMap(
                        found ->
                                Reading.of(value)
                                        .flatMap(
                                                it ->
                                                        LaboratoryUnit.of(unit)
                                                                .flatMap(
                                                                        from ->
                                                                                from.to(
                                                                                        LaboratoryUnit
                                                                                                .of(
                                                                                                        found
                                                                                                                .unit())
                                                                                                .orElseThrow()))
                                                                .map(it::in))
                                        .map(it -> new Evaluation.Sampled(found, it)));
    }
}
