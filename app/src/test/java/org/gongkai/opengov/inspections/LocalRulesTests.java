package org.gongkai.opengov.inspections;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.opengov.inspections.LocalRules.Ratio;
import org.gongkai.opengov.inspections.LocalRules.Span;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Local rules of random inspections — 环办〔2015〕88号, ADR 0230")
class LocalRulesTests {

    @ParameterizedTest(name = "{0} % of {1} is {2}")
    @CsvSource({
        "5, 56, 3, 2.8 rounded up",
        "25, 56, 14, exactly",
        "25, 57, 15, 14.25 rounded up",
        "5, 0, 0, nothing of nothing",
        "5, 1, 1, never none of some",
        "100, 8, 8, all",
        "0, 1000, 0, none"
    })
    void roundsUp(int percent, int units, int drawn, String why) {
        assertThat(new Ratio(percent, Span.QUARTER).of(units)).isEqualTo(drawn);
    }

    @ParameterizedTest(name = "risk {0} with credit {1} counts as {2}")
    @CsvSource({
        "A, GREEN, A",
        "A, RED, D",
        "B, YELLOW, C",
        "C, BLUE, C",
        "D, GREEN, D",
        "A, NONE, A",
        "B, NONE, B"
    })
    void takeTheWorseOfRiskAndCredit(RiskClass risk, EnvironmentalCredit credit, RiskClass worse) {
        assertThat(risk.orWorse(credit)).isEqualTo(worse);
    }
}
