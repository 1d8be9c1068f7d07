package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What in a sample cannot well be so (合理性检查), before anybody signs it (environment facts 4.4 [D]).
 */
public final class Plausibility {
    private static final String OXYGEN = "w01009";
    private static final String AMMONIA = "w21003";
    private static final String NITRATE = "w21007";
    private static final String NITROGEN = "w21001";
    private static final BigDecimal MOST_SATURATION = new BigDecimal("1.5");
    private static final BigDecimal A_THOUSAND = new BigDecimal(1000);
    private static final BigDecimal NEARLY = new BigDecimal("0.3");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int ENOUGH = 6;

    /** Six times 1.4826, which makes a median absolute deviation a standard deviation. */
    private static final BigDecimal SIX_DEVIATIONS = new BigDecimal("8.8956");

    /** What is doubtful. */
    public enum Doubt {
        /** Ammonia and nitrate together are more nitrogen than there is. */
        NITROGEN_BELOW_ITS_PARTS,
        /** More oxygen than one and a half times what water of this temperature holds. */
        OXYGEN_ABOVE_SATURATION,
        /** A thousand times what it was before: as if a unit slipped. */
        UNIT_SLIP,
        /** The method does not see as little as the limit, so nothing can be said. */
        DETECTION_LIMIT_ABOVE_LIMIT,
        /** pH outside 0 to 14. */
        NO_SUCH_PH
    }

    /** A doubt about an item. */
    public record Doubted(MonitoredItem item, Doubt doubt) {}

    private final WaterVerdict verdict;

    private Plausibility(WaterVerdict verdict) {
        this.verdict = verdict;
    }

    /**
     * Doubts about this sample.
     *
     * @param temperature in ℃; null if not known
     */
    public static List<Doubted> of(WaterVerdict verdict, @Nullable BigDecimal temperature) {
        var sample = new Plausibility(verdict);
        var doubts = new ArrayList<Doubted>();
        sample.nitrogen().ifPresent(doubts::add);
        if (temperature != null) {
            sample.oxygen(temperature).ifPresent(doubts::add);
        }
        for (var each : verdict.items()) {
            if (each.notJudged().equals(Optional.of(NotJudged.DETECTION_LIMIT))) {
                doubts.add(new Doubted(each.item(), Doubt.DETECTION_LIMIT_ABOVE_LIMIT));
            }
            if (isPh(each) && isNoPh(each.reported())) {
                doubts.add(new Doubted(each.item(), Doubt.NO_SUCH_PH));
            }
        }
        return List.copyOf(doubts);
    }

    /**
     * Whether a value is some thousand times as large or small as the middle of those before it, as
     * if mg were μg.
     *
     * @param before at least three measured values of the same item and place
     */
    public static boolean isUnitSlip(BigDecimal value, List<BigDecimal> before) {
        if (before.size() < 3 || value.signum() <= 0) {
            return false;
        }
        var sorted = before.stream().sorted().collect(Collectors.toList());
        var middle = sorted.get(sorted.size() / 2);
        return middle.signum() > 0
                && (isAThousandTimes(value, middle) || isAThousandTimes(middle, value));
    }

    /**
     * Whether a value is far from all the source had before: more than six times the usual distance
     * from the middle (median absolute deviation, scaled to a standard deviation), and more than
     * half of the middle itself [D]. The middle and the usual distance are hardly moved by single
     * outliers.
     *
     * @param before at least six measured values of the same item and place
     */
    public static boolean isJump(BigDecimal value, List<BigDecimal> before) {
        if (before.size() < ENOUGH) {
            return false;
        }
        var middle = middle(before);
        var distance = value.subtract(middle).abs();
        var usual = middle(before.stream().map(it -> it.subtract(middle).abs()).toList());
        return distance.compareTo(usual.multiply(SIX_DEVIATIONS)) > 0
                && distance.compareTo(middle.abs().multiply(HALF)) > 0;
    }

    private static BigDecimal middle(List<BigDecimal> values) {
        var sorted = values.stream().sorted().toList();
        var upper = sorted.get(sorted.size() / 2);
        return sorted.size() % 2 == 1
                ? upper
                : upper.add(sorted.get(sorted.size() / 2 - 1)).multiply(HALF);
    }

    /** Within 30 % to 1000 / 30 % of a thousand. */
    private static boolean isAThousandTimes(BigDecimal larger, BigDecimal smaller) {
        var ratio = larger.divide(smaller, 6, RoundingMode.HALF_EVEN);
        return ratio.compareTo(A_THOUSAND.multiply(NEARLY)) >= 0
                && ratio.multiply(NEARLY).compareTo(A_THOUSAND) <= 0;
    }

    private Optional<Doubted> nitrogen() {
        var whole = measured(NITROGEN);
        var parts =
                measured(AMMONIA)
                        .orElse(BigDecimal.ZERO)
                        .add(measured(NITRATE).orElse(BigDecimal.ZERO));
        return whole.filter(it -> parts.compareTo(it) > 0)
                .flatMap(_ -> item(NITROGEN))
                .map(it -> new Doubted(it.item(), Doubt.NITROGEN_BELOW_ITS_PARTS));
    }

    private Optional<Doubted> oxygen(BigDecimal temperature) {
        var most = Evaluation.saturation(temperature).multiply(MOST_SATURATION);
        return measured(OXYGEN)
                .filter(it -> it.compareTo(most) > 0)
                .flatMap(_ -> item(OXYGEN))
                .map(it -> new Doubted(it.item(), Doubt.OXYGEN_ABOVE_SATURATION));
    }

    private static boolean isPh(ItemVerdict verdict) {
        return verdict.item().isCalled("pH");
    }

    private static boolean isNoPh(Reading reading) {
        return reading instanceof Reading.Measured(BigDecimal value)
                && (value.signum() < 0 || value.compareTo(new BigDecimal(14)) > 0);
    }

    private Optional<ItemVerdict> item(String code) {
        return verdict.items().stream().filter(it -> it.item().code().equals(code)).findFirst();
    }

    private Optional<BigDecimal> measured(String code) {
        return item(code)
                .map(ItemVerdict::reported)
                .flatMap(
                        it ->
                                it instanceof Reading.Measured(BigDecimal value)
                                        ? Optional.of(value)
                                        : Optional.empty());
    }
}
