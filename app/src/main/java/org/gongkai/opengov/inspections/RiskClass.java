package org.gongkai.opengov.inspections;

import java.util.Arrays;
import java.util.Optional;

/** The credit risk class of a unit (企业信用风险分类): A low, B fair, C higher, D high. */
public enum RiskClass {
    /** 低风险. */
    A,
    /** 较低风险. */
    B,
    /** 较高风险. */
    C,
    /** 高风险. */
    D;

    /** By its letter. */
    public static Optional<RiskClass> named(String asked) {
        return Arrays.stream(values()).filter(it -> it.name().equals(asked)).findFirst();
    }

    /** The worse of the risk class and what the environmental credit stands for (ADR 0230). */
    public RiskClass orWorse(EnvironmentalCredit credit) {
        var other =
                switch (credit) {
                    case GREEN, NONE -> A;
                    case BLUE -> B;
                    case YELLOW -> C;
                    case RED -> D;
                };
        return ordinal() >= other.ordinal() ? this : other;
    }
}
