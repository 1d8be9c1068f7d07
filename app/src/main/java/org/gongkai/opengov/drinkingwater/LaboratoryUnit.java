package org.gongkai.opengov.drinkingwater;

import static javax.measure.MetricPrefix.MICRO;
import static javax.measure.MetricPrefix.MILLI;
import static javax.measure.MetricPrefix.NANO;
import static tech.units.indriya.AbstractUnit.ONE;
import static tech.units.indriya.unit.Units.BECQUEREL;
import static tech.units.indriya.unit.Units.CELSIUS;
import static tech.units.indriya.unit.Units.CUBIC_METRE;
import static tech.units.indriya.unit.Units.GRAM;
import static tech.units.indriya.unit.Units.LITRE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import tech.units.indriya.AbstractUnit;

/**
 * A unit as laboratories write it (计量单位), and what it is in the SI. Germs are counted, so 个, MPN
 * and CFU are the same number of them (our reading, ADR 0260).
 */
public final class LaboratoryUnit {
    private static final Unit<?> HUNDRED_MILLILITRES = LITRE.divide(10);

    private static final List<LaboratoryUnit> KNOWN =
            List.of(
                    unit(GRAM.divide(LITRE), "g/L"),
                    unit(MILLI(GRAM).divide(LITRE), "mg/L", "毫克/升", "g/m3", "g/m³"),
                    unit(
                            MICRO(GRAM).divide(LITRE),
                            "μg/L",
                            "ug/L",
                            "µg/L",
                            "微克/升",
                            "mg/m3",
                            "mg/m³"),
                    unit(NANO(GRAM).divide(LITRE), "ng/L", "μg/m3", "ug/m3"),
                    unit(BECQUEREL.divide(LITRE), "Bq/L", "贝可/升"),
                    unit(MILLI(BECQUEREL).divide(LITRE), "mBq/L"),
                    unit(BECQUEREL.divide(CUBIC_METRE), "Bq/m3", "Bq/m³"),
                    unit(ONE.divide(LITRE), "个/L", "MPN/L", "CFU/L"),
                    unit(
                            ONE.divide(HUNDRED_MILLILITRES),
                            "MPN/100mL 或 CFU/100mL",
                            "MPN/100mL",
                            "CFU/100mL",
                            "个/100mL"),
                    unit(ONE.divide(MILLI(LITRE)), "CFU/mL", "个/mL", "MPN/mL"),
                    unit(CELSIUS, "℃", "°C", "摄氏度"),
                    unit(ONE.alternate("NTU"), "NTU", "度（NTU）", "散射浊度单位"),
                    unit(ONE.alternate("PCU"), "铂钴色度单位", "PCU", "度"),
                    unit(ONE, "dimensionless", "无量纲", "", "-", "—"));

    /** By each label, exactly as the program itself writes it. */
    private static final Map<String, LaboratoryUnit> BY_LABEL = byLabel();

    private final Unit<?> unit;
    private final List<String> labels;

    private LaboratoryUnit(Unit<?> unit, List<String> labels) {
        this.unit = unit;
        this.labels = labels;
    }

    private static LaboratoryUnit unit(Unit<?> unit, String... labels) {
        return new LaboratoryUnit(unit, List.of(labels));
    }

    private static Map<String, LaboratoryUnit> byLabel() {
        var all = new HashMap<String, LaboratoryUnit>();
        KNOWN.forEach(it -> it.labels.forEach(label -> all.putIfAbsent(label, it)));
        return Map.copyOf(all);
    }

    /** The unit written so. */
    public static Optional<LaboratoryUnit> of(String label) {
        var known = BY_LABEL.get(label);
        if (known != null) {
            return Optional.of(known);
        }
        var plain = plain(label);
        return KNOWN.stream()
                .filter(it -> it.labels.stream().map(LaboratoryUnit::plain).anyMatch(plain::equals))
                .findFirst();
    }

    /** The units that numbers of this one can be converted into, by their first names. */
    public List<String> alternatives() {
        var names = new ArrayList<String>();
        for (var each : KNOWN) {
            if (each.to(this).isPresent()) {
                names.addAll(each.labels.subList(0, Math.min(2, each.labels.size())));
            }
        }
        return names;
    }

    /** What numbers are multiplied by; empty if the two measure different things. */
    public Optional<Conversion> to(LaboratoryUnit other) {
        if (equals(other)) {
            return Optional.of(Conversion.NONE);
        }
        try {
            var factor = unit.getConverterToAny(other.unit).convert(BigDecimal.ONE);
            return sameKind(other)
                    ? Optional.of(new Conversion(new BigDecimal(factor.toString())))
                    : Optional.empty();
        } catch (IncommensurableException different) {
            return Optional.empty();
        }
    }

    /** Turbidity and colour have no dimension either, and are not each other. */
    private boolean sameKind(LaboratoryUnit other) {
        return !(unit instanceof tech.units.indriya.unit.AlternateUnit<?>)
                && !(other.unit instanceof tech.units.indriya.unit.AlternateUnit<?>)
                && (unit instanceof AbstractUnit<?>);
    }

    private static String plain(String label) {
        return java.text.Normalizer.normalize(label, java.text.Normalizer.Form.NFKC)
                .replaceAll("[\\s()（）]", "")
                .replace('µ', 'μ')
                .toLowerCase(Locale.ROOT);
    }
}
