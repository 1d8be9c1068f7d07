package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds readings of one sample against a standard, item by item, the worst decides (单因子评价).
 *
 * <p>GB 3838-2002, clause 5, with 《地表水环境质量评价办法（试行）》 环办〔2011〕22号; GB/T 14848-2017, clauses 6.2 and
 * 6.3.
 *
 * @param water what kind of water it is
 * @param forDrinking whether people drink it, so that tables 2 and 3 of GB 3838-2002 hold too
 * @param target the class it is to have
 * @param temperature in ℃; null if not known. Only class I of dissolved oxygen asks for it
 * @param background by name, the items that are over by nature alone in this source on this day
 */
public record Evaluation(
        WaterStandard standard,
        WaterBody water,
        boolean forDrinking,
        WaterClass target,
        @Nullable BigDecimal temperature,
        Map<String, NaturalBackground> background) {

    /** Water temperature, total nitrogen, fecal coliforms: 环办〔2011〕22号. */
    private static final Set<String> FOR_REFERENCE = Set.of("w01010", "w21001", "w02003");

    private static final String DISSOLVED_OXYGEN = "w01009";
    private static final BigDecimal CLASS_I_SATURATION = new BigDecimal("0.9");

    public Evaluation {
        background = Map.copyOf(background);
    }

    /** Without anything that is so by nature. */
    public Evaluation(
            WaterStandard standard,
            WaterBody water,
            boolean forDrinking,
            WaterClass target,
            @Nullable BigDecimal temperature) {
        this(standard, water, forDrinking, target, temperature, Map.of());
    }

    /** The same where these items are over by nature alone. */
    public Evaluation knowing(Map<String, NaturalBackground> background) {
        return new Evaluation(standard, water, forDrinking, target, temperature, background);
    }

    /** What is found of all readings, in their order. */
    public WaterVerdict of(List<Sampled> sampled) {
        return WaterVerdict.of(sampled.stream().map(it -> of(it.item(), it.reading())).toList());
    }

    /** A reading of one item, in the unit of its limits. */
    public record Sampled(MonitoredItem item, Reading reading) {}

    /** What is found of one item. */
    public ItemVerdict of(MonitoredItem item, Reading reading) {
        var judged = rounded(item, reading);
        var answer = meets(item, judged, target);
        var why = notJudged(item, reading, answer);
        var met = why.isPresent() ? Optional.<Boolean>empty() : Optional.of(answer == Answer.YES);
        var hasClass = item.limits().hasClasses() && item.isFor(water);
        return new ItemVerdict(
                item,
                reading,
                judged,
                target,
                hasClass ? classOf(item, judged) : Optional.empty(),
                hasClass ? firstOpen(item, judged) : Optional.empty(),
                met,
                why,
                met.equals(Optional.of(false)) ? multiple(item, judged) : Optional.empty(),
                met.equals(Optional.of(false))
                        ? Optional.ofNullable(background.get(item.name()))
                        : Optional.empty());
    }

    private static Reading rounded(MonitoredItem item, Reading reading) {
        return reading instanceof Reading.Measured(BigDecimal value) && item.decimals().isPresent()
                ? new Reading.Measured(Rounding.half(value, item.decimals().get()))
                : reading;
    }

    private Optional<NotJudged> notJudged(MonitoredItem item, Reading reading, Answer answer) {
        if (reading instanceof Reading.NotMonitored) {
            return Optional.of(NotJudged.NOT_MONITORED);
        }
        if (item.limits() instanceof Limits.None) {
            return Optional.of(NotJudged.NO_LIMIT);
        }
        if (!item.isFor(water)) {
            return Optional.of(NotJudged.OTHER_WATER);
        }
        if (item.limits() instanceof Limits.ForDrinking && !forDrinking) {
            return Optional.of(NotJudged.ONLY_FOR_DRINKING);
        }
        if (standard.kind() == WaterStandard.Kind.SURFACE
                && item.table() == 1
                && FOR_REFERENCE.contains(item.code())) {
            return Optional.of(NotJudged.FOR_REFERENCE);
        }
        if (answer != Answer.OPEN) {
            return Optional.empty();
        }
        return Optional.of(
                reading instanceof Reading.NotDetected
                        ? NotJudged.DETECTION_LIMIT
                        : NotJudged.NOT_COMPARABLE);
    }

    /** Class I of dissolved oxygen is 90 % of saturation, or 7.5 mg/L (table 1, item 3). */
    private Answer meets(MonitoredItem item, Reading reading, WaterClass wanted) {
        var answer = item.limits().meets(reading, wanted);
        return answer == Answer.NO
                        && wanted == WaterClass.I
                        && item.code().equals(DISSOLVED_OXYGEN)
                        && isSaturated(reading)
                ? Answer.YES
                : answer;
    }

    private boolean isSaturated(Reading reading) {
        return temperature != null
                && reading instanceof Reading.Measured(BigDecimal value)
                && value.compareTo(saturation(temperature).multiply(CLASS_I_SATURATION)) >= 0;
    }

    /**
     * The oxygen that water of this temperature holds, mg/L: 468 / (31.6 + T), HJ 2.3-2018.
     *
     * @param temperature in ℃
     */
    static BigDecimal saturation(BigDecimal temperature) {
        return new BigDecimal(468)
                .divide(new BigDecimal("31.6").add(temperature), MathContext.DECIMAL64);
    }

    /** The best class that surely holds; of equal limits the better one (从优不从劣). */
    private Optional<WaterClass> classOf(MonitoredItem item, Reading reading) {
        if (reading instanceof Reading.NotMonitored) {
            return Optional.empty();
        }
        for (var each : item.limits().classes()) {
            var answer = meets(item, reading, each);
            if (answer != Answer.NO) {
                return answer == Answer.YES ? Optional.of(each) : Optional.empty();
            }
        }
        return Optional.of(beyond(item));
    }

    /** Surface water has limits for V and may be worse; groundwater is V beyond those of IV. */
    private WaterClass beyond(MonitoredItem item) {
        return item.limits().printed(WaterClass.V).isPresent()
                ? WaterClass.WORSE_THAN_V
                : WaterClass.V;
    }

    /** Where the reading leaves the class open: the best class that surely holds (不劣于). */
    private Optional<WaterClass> firstOpen(MonitoredItem item, Reading reading) {
        if (classOf(item, reading).isPresent() || reading instanceof Reading.NotMonitored) {
            return Optional.empty();
        }
        return item.limits().classes().stream()
                .filter(it -> meets(item, reading, it) == Answer.YES)
                .min(Comparator.naturalOrder());
    }

    /** None for temperature, pH and dissolved oxygen. */
    private Optional<BigDecimal> multiple(MonitoredItem item, Reading judged) {
        return judged instanceof Reading.Measured(BigDecimal value)
                ? item.limits().most(target).map(limit -> Multiple.of(value, limit))
                : Optional.empty();
    }
}
