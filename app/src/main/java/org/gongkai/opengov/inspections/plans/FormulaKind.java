package org.gongkai.opengov.inspections.plans;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.opengov.inspections.plans.QuotaFormula.EachDraw;
import org.gongkai.opengov.inspections.plans.QuotaFormula.Fixed;
import org.gongkai.opengov.inspections.plans.QuotaFormula.OfYear;
import org.gongkai.opengov.inspections.plans.QuotaFormula.PerOfficer;

/** The kinds of formula, as forms and rows name them (户数算法种类). */
public enum FormulaKind {
    /** 每次抽取按比例. */
    EACH_DRAW,
    /** 全年按比例. */
    OF_YEAR,
    /** 全年按执法人员数. */
    PER_OFFICER,
    /** 全年定数. */
    FIXED;

    /** The largest number of units or of checks for an officer. */
    static final int MOST = 1_000_000;

    /** The kind of a formula. */
    public static FormulaKind of(QuotaFormula formula) {
        return switch (formula) {
            case EachDraw _ -> EACH_DRAW;
            case OfYear _ -> OF_YEAR;
            case PerOfficer _ -> PER_OFFICER;
            case Fixed _ -> FIXED;
        };
    }

    /** By its name in the API. */
    public static Optional<FormulaKind> named(String asked) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(asked)).findFirst();
    }

    /** The name in the API, e.g. {@code each-draw}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its amount is a ratio in per cent. */
    public boolean isRatio() {
        return this == EACH_DRAW || this == OF_YEAR;
    }

    /**
     * A formula with an amount as typed: per cent of a ratio, else a number; empty if it is none.
     */
    Optional<QuotaFormula> read(String typed) {
        if (isRatio()) {
            return Ratio.read(typed).map(it -> with(it.hundredths()));
        }
        return typed.matches("[1-9]\\d{0,6}") && Integer.parseInt(typed) <= MOST
                ? Optional.of(with(Integer.parseInt(typed)))
                : Optional.empty();
    }

    /** The formula with an amount as kept: hundredths of a per cent of a ratio, else a number. */
    QuotaFormula with(int amount) {
        return switch (this) {
            case EACH_DRAW -> new EachDraw(new Ratio(amount));
            case OF_YEAR -> new OfYear(new Ratio(amount));
            case PER_OFFICER -> new PerOfficer(amount);
            case FIXED -> new Fixed(amount);
        };
    }

    /** The amount as it is kept. */
    static int kept(QuotaFormula formula) {
        return switch (formula) {
            case EachDraw it -> it.ratio().hundredths();
            case OfYear it -> it.ratio().hundredths();
            case PerOfficer it -> it.checks();
            case Fixed it -> it.units();
        };
    }

    /** The amount as it is typed: per cent of a ratio, else a number. */
    public static String typed(QuotaFormula formula) {
        return switch (formula) {
            case EachDraw it -> it.ratio().inPercent();
            case OfYear it -> it.ratio().inPercent();
            case PerOfficer it -> Integer.toString(it.checks());
            case Fixed it -> Integer.toString(it.units());
        };
    }
}
