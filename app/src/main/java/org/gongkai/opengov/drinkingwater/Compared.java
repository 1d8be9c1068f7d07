package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;

/** A reading beside a limit (比较): what is not a number is a range of them. */
final class Compared {
    private Compared() {}

    static Answer atMost(Reading reading, BigDecimal limit) {
        return switch (reading) {
            case Reading.Measured it -> is(it.value().compareTo(limit) <= 0);
            case Reading.NotDetected it ->
                    it.detectionLimit().compareTo(limit) <= 0 ? Answer.YES : Answer.OPEN;
            case Reading.NotDetectedAtAll _ -> Answer.YES;
            case Reading.MoreThan it -> it.value().compareTo(limit) >= 0 ? Answer.NO : Answer.OPEN;
            case Reading.Observed _, Reading.NotMonitored _ -> Answer.OPEN;
        };
    }

    static Answer atLeast(Reading reading, BigDecimal limit) {
        return switch (reading) {
            case Reading.Measured it -> is(it.value().compareTo(limit) >= 0);
            case Reading.NotDetected it ->
                    it.detectionLimit().compareTo(limit) <= 0 ? Answer.NO : Answer.OPEN;
            case Reading.NotDetectedAtAll _ -> is(limit.signum() <= 0);
            case Reading.MoreThan it -> it.value().compareTo(limit) >= 0 ? Answer.YES : Answer.OPEN;
            case Reading.Observed _, Reading.NotMonitored _ -> Answer.OPEN;
        };
    }

    static Answer within(Reading reading, BigDecimal low, BigDecimal high) {
        return switch (reading) {
            case Reading.Measured it ->
                    is(it.value().compareTo(low) >= 0 && it.value().compareTo(high) <= 0);
            case Reading.MoreThan it -> it.value().compareTo(high) >= 0 ? Answer.NO : Answer.OPEN;
            default -> Answer.OPEN;
        };
    }

    private static Answer is(boolean holds) {
        return holds ? Answer.YES : Answer.NO;
    }
}
