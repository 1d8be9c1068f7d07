package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a standard asks of one item (标准限值). What is not detected lies somewhere below the detection
 * limit: it is judged where every value there is judged alike, and else left open (environment
 * facts 4.2).
 */
public sealed interface Limits {

    /**
     * Whether the reading is as good as this class; where there are no classes, as the one limit.
     */
    Answer meets(Reading reading, WaterClass target);

    /** The limit of this class as the standard prints it; empty where it has none. */
    Optional<String> printed(WaterClass target);

    /** Whether readings have a class (分级). */
    default boolean hasClasses() {
        return false;
    }

    /** The number that more than it is over; empty where no multiple is told (超标倍数). */
    default Optional<BigDecimal> most(WaterClass target) {
        return Optional.empty();
    }

    /** No more than so much, class by class. */
    record AtMost(Map<WaterClass, BigDecimal> limits, boolean bestIsNotDetected) implements Limits {
        public AtMost {
            limits = Map.copyOf(new EnumMap<>(limits));
        }

        @Override
        public Answer meets(Reading reading, WaterClass target) {
            var limit = limits.get(target);
            if (limit != null) {
                return Compared.atMost(reading, limit);
            }
            return target == WaterClass.I && bestIsNotDetected ? isNotDetected(reading) : Answer.NO;
        }

        /** 不得检出: so much less than class II allows that nothing is seen of it. */
        private Answer isNotDetected(Reading reading) {
            return switch (reading) {
                case Reading.NotDetectedAtAll _ -> Answer.YES;
                case Reading.NotDetected _ ->
                        Compared.atMost(
                                reading, limits.getOrDefault(WaterClass.II, BigDecimal.ZERO));
                case Reading.NotMonitored _ -> Answer.OPEN;
                default -> Answer.NO;
            };
        }

        @Override
        public boolean hasClasses() {
            return true;
        }

        @Override
        public Optional<String> printed(WaterClass target) {
            return most(target)
                    .map(it -> "≤" + it.toPlainString())
                    .or(
                            () ->
                                    target == WaterClass.I && bestIsNotDetected
                                            ? Optional.of("不得检出")
                                            : Optional.empty());
        }

        @Override
        public Optional<BigDecimal> most(WaterClass target) {
            return Optional.ofNullable(limits.get(target));
        }
    }

    /** No less than so much, class by class: dissolved oxygen. */
    record AtLeast(Map<WaterClass, BigDecimal> limits) implements Limits {
        public AtLeast {
            limits = Map.copyOf(new EnumMap<>(limits));
        }

        @Override
        public Answer meets(Reading reading, WaterClass target) {
            var limit = limits.get(target);
            return limit == null ? Answer.NO : Compared.atLeast(reading, limit);
        }

        @Override
        public boolean hasClasses() {
            return true;
        }

        @Override
        public Optional<String> printed(WaterClass target) {
            return Optional.ofNullable(limits.get(target)).map(it -> "≥" + it.toPlainString());
        }
    }

    /** Between the two, both allowed, without classes: pH of surface water. */
    record Within(BigDecimal low, BigDecimal high) implements Limits {

        @Override
        public Answer meets(Reading reading, WaterClass target) {
            return Compared.within(reading, low, high);
        }

        @Override
        public Optional<String> printed(WaterClass target) {
            return Optional.of(low.toPlainString() + "～" + high.toPlainString());
        }
    }

    /** pH of groundwater: good between the inner two, class IV up to the outer two, else V. */
    record Bands(BigDecimal outerLow, BigDecimal low, BigDecimal high, BigDecimal outerHigh)
            implements Limits {

        @Override
        public Answer meets(Reading reading, WaterClass target) {
            return switch (target) {
                case I, II, III -> Compared.within(reading, low, high);
                case IV -> Compared.within(reading, outerLow, outerHigh);
                default -> reading instanceof Reading.NotMonitored ? Answer.OPEN : Answer.YES;
            };
        }

        @Override
        public boolean hasClasses() {
            return true;
        }

        @Override
        public Optional<String> printed(WaterClass target) {
            return switch (target) {
                case I, II, III -> Optional.of(low.toPlainString() + "～" + high.toPlainString());
                case IV -> Optional.of(outerLow.toPlainString() + "～" + outerHigh.toPlainString());
                default -> Optional.empty();
            };
        }
    }

    /** Nothing may be smelled or seen, up to class IV (嗅和味、肉眼可见物). */
    record Absent() implements Limits {

        @Override
        public Answer meets(Reading reading, WaterClass target) {
            return switch (reading) {
                case Reading.Observed it ->
                        !it.there() || target == WaterClass.V ? Answer.YES : Answer.NO;
                default -> Answer.OPEN;
            };
        }

        @Override
        public boolean hasClasses() {
            return true;
        }

        @Override
        public Optional<String> printed(WaterClass target) {
            return target.compareTo(WaterClass.V) < 0 ? Optional.of("无") : Optional.empty();
        }
    }

    /** One limit for water that people drink, without classes (GB 3838-2002, tables 2 and 3). */
    record ForDrinking(BigDecimal limit) implements Limits {

        @Override
        public Answer meets(Reading reading, WaterClass target) {
            return Compared.atMost(reading, limit);
        }

        @Override
        public Optional<String> printed(WaterClass target) {
            return Optional.of("≤" + limit.toPlainString());
        }

        @Override
        public Optional<BigDecimal> most(WaterClass target) {
            return Optional.of(limit);
        }
    }

    /** No limit for a sample (水温). */
    record None() implements Limits {

        @Override
        public Answer meets(Reading reading, WaterClass target) {
            return Answer.OPEN;
        }

        @Override
        public Optional<String> printed(WaterClass target) {
            return Optional.empty();
        }
    }

    /** The classes that this has limits for, best first. */
    default List<WaterClass> classes() {
        return WaterClass.inStandards().stream().filter(it -> printed(it).isPresent()).toList();
    }
}
