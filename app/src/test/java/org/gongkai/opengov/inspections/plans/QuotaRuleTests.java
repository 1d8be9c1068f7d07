package org.gongkai.opengov.inspections.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.opengov.inspections.RiskClass.A;
import static org.gongkai.opengov.inspections.RiskClass.B;
import static org.gongkai.opengov.inspections.RiskClass.C;
import static org.gongkai.opengov.inspections.RiskClass.D;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.opengov.inspections.RiskClass;
import org.gongkai.opengov.inspections.plans.QuotaFormula.EachDraw;
import org.gongkai.opengov.inspections.plans.QuotaFormula.Fixed;
import org.gongkai.opengov.inspections.plans.QuotaFormula.OfYear;
import org.gongkai.opengov.inspections.plans.QuotaFormula.PerOfficer;
import org.gongkai.opengov.inspections.plans.QuotaRule.Register;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How many are inspected — 环办〔2015〕88号, 优化营商环境条例 art. 54")
class QuotaRuleTests {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final int OFFICERS = 8;

    @ParameterizedTest(name = "{0} % of {1} is {2}: {3}")
    @CsvSource({
        "25, 57, 15, 14.25 is rounded up",
        "25, 56, 14, a whole number stays",
        "5, 56, 3, 2.8 is rounded up",
        "5, 1, 1, one unit is inspected",
        "0.01, 11259, 2, 1.1259 is rounded up",
        "2.5, 40, 1, exactly one",
        "100, 57, 57, all",
        "25, 0, 0, none on the register"
    })
    void isAShareOfTheRegisterRoundedUp(String percent, int register, int owed, String why) {
        var rule = new QuotaRule(new EachDraw(Ratio.read(percent).orElseThrow()), null);

        assertThat(count(rule, register, 0, new Turn(1, 4))).isEqualTo(owed);
    }

    @ParameterizedTest(name = "turn {1} of {2} after {3}: {4} ({5})")
    @CsvSource({
        "8, 1, 4, 0, 10, eight officers at a city owe 40 in the year",
        "8, 2, 4, 10, 10, as planned",
        "8, 2, 4, 8, 12, two were not drawn and are made up for",
        "8, 3, 4, 35, 0, more were drawn than owed until then",
        "8, 4, 4, 30, 10, the last tenth",
        "9, 1, 4, 0, 12, 11.25 is rounded up",
        "9, 2, 4, 12, 11, 22.5 is 23",
        "9, 3, 4, 23, 11, 33.75 is 34",
        "9, 4, 4, 34, 11, 45 in all",
        "8, 1, 1, 0, 40, a single draw owes the year",
        "0, 1, 4, 0, 0, nobody in post"
    })
    void isReachedStepByStepWhereItIsForTheYear(
            int officers, int turn, int of, int before, int owed, String why) {
        var rule = new QuotaRule(new PerOfficer(5), null);

        var quota =
                rule.due(
                        new Register(new TreeMap<>(Map.of(B, 211)), officers, APRIL),
                        new Turn(turn, of),
                        Map.of(B, before));

        assertThat(quota.getFirst().count()).isEqualTo(owed);
    }

    @Test
    void isTenForEachOfficerAtACounty() {
        var rule = new QuotaRule(new PerOfficer(10), null);

        assertThat(count(rule, 211, 0, new Turn(1, 4))).isEqualTo(20);
    }

    @ParameterizedTest(name = "{0} on the register: {1}")
    @CsvSource({"0, 0", "1, 1", "9, 3", "39, 10", "40, 10", "41, 10"})
    void isNeverMoreThanThereAre(int register, int owed) {
        var rule = new QuotaRule(new PerOfficer(5), null);

        assertThat(count(rule, register, 0, new Turn(1, 4))).isEqualTo(owed);
    }

    @Test
    void isAllWhenTheQuotaIsAboveThePool() {
        assertThat(count(new QuotaRule(new Fixed(30), null), 12, 0, new Turn(1, 1))).isEqualTo(12);
    }

    @Test
    void spreadsAShareOfTheYearOverItsDraws() {
        var rule = new QuotaRule(new OfYear(Ratio.percent(30)), null);

        assertThat(count(rule, 21, 0, new Turn(1, 2))).isEqualTo(4);
        assertThat(count(rule, 21, 4, new Turn(2, 2))).isEqualTo(3);
    }

    @Test
    void remembersWhatItWasComputedFrom() {
        var quota =
                new QuotaRule(new EachDraw(Ratio.percent(25)), null)
                        .due(
                                new Register(new TreeMap<>(Map.of(B, 57)), OFFICERS, APRIL),
                                new Turn(2, 4),
                                Map.of(B, 15))
                        .getFirst();

        assertThat(quota)
                .isEqualTo(
                        new FrozenQuota(
                                new EachDraw(Ratio.percent(25)),
                                null,
                                57,
                                57,
                                OFFICERS,
                                15,
                                new Turn(2, 4),
                                15,
                                15,
                                APRIL));
    }

    @ParameterizedTest(name = "5 % of A {0}, B {1}, C {2}, D {3}: {4} ({5})")
    @CsvSource({
        "40, 40, 20, 0, 'A=1, B=2, C=2, D=0', half and twice the ratio",
        "40, 40, 18, 2, 'A=1, B=2, C=2, D=2', all of the worst",
        "100, 0, 0, 0, 'A=5, B=0, C=0, D=0', never fewer than the ratio of the whole",
        "90, 9, 1, 0, 'A=3, B=1, C=1, D=0', the whole is reached by rounding",
        "200, 0, 2, 0, 'A=9, B=0, C=2, D=0', what lacks comes from the worst that has units left",
        "0, 0, 0, 3, 'A=0, B=0, C=0, D=3', only the worst",
        "0, 0, 0, 0, 'A=0, B=0, C=0, D=0', nobody"
    })
    void shiftsToTheRiskier(int a, int b, int c, int d, String owed, String why) {
        var rule = new QuotaRule(new EachDraw(Ratio.percent(5)), new RiskMultipliers(50, 100, 200));
        var register = new Register(new TreeMap<>(Map.of(A, a, B, b, C, c, D, d)), OFFICERS, APRIL);

        var counts = new TreeMap<@Nullable RiskClass, Integer>();
        rule.due(register, new Turn(1, 4), Map.of())
                .forEach(it -> counts.put(it.grade(), it.count()));

        assertThat(counts).hasToString("{" + owed + "}");
    }

    @Test
    void givesTheWorstTheirWholeShareOfAYearOnce() {
        var rule = new QuotaRule(new PerOfficer(5), new RiskMultipliers(50, 100, 200));
        var register = new Register(new TreeMap<>(Map.of(B, 100, D, 3)), OFFICERS, APRIL);

        var first = rule.due(register, new Turn(1, 4), Map.of());
        var last = rule.due(register, new Turn(4, 4), Map.of(B, 30, D, 3));

        assertThat(first).extracting(FrozenQuota::count).containsExactly(10, 1);
        assertThat(last).extracting(FrozenQuota::count).containsExactly(9, 0);
    }

    @ParameterizedTest
    @CsvSource({"0", "100.01", "-5", "abc", "''", "12.345"})
    void isNoRatio(String typed) {
        assertThat(Ratio.read(typed)).isEmpty();
    }

    @Test
    void hasNoFifthDrawOfFour() {
        assertThatThrownBy(() -> new Turn(5, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int count(QuotaRule rule, int register, int before, Turn turn) {
        return rule.due(
                        new Register(new TreeMap<>(Map.of(B, register)), OFFICERS, APRIL),
                        turn,
                        Map.of(B, before))
                .getFirst()
                .count();
    }
}
