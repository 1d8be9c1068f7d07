package org.gongkai.opengov.inspections.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.opengov.inspections.RiskClass.A;
import static org.gongkai.opengov.inspections.RiskClass.D;
import static org.gongkai.opengov.inspections.UnitState.CLOSED;
import static org.gongkai.opengov.inspections.UnitState.OPERATING;
import static org.gongkai.opengov.inspections.UnitState.STOPPED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.EnvironmentalCredit;
import org.gongkai.opengov.inspections.RiskClass;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Who takes part in a draw — no unit twice in a year while others wait")
class DrawPoolTests {
    private static final int NO_CAP = 0;

    @Test
    void leavesOutWhoWasDrawnWhileOthersWait() {
        var pool = DrawPool.of(List.of(waiting(1), waiting(2), drawn(3)), 2, false, NO_CAP);

        assertThat(pool)
                .isEqualTo(
                        new DrawPool(
                                List.of(1L, 2L),
                                2,
                                List.of(),
                                0,
                                Map.of(3L, Exclusion.DRAWN_THIS_YEAR)));
    }

    @Test
    void drawsAllThatWaitAndTheRestAgainWhenThePoolIsUsedUp() {
        var pool = DrawPool.of(List.of(waiting(1), drawn(2), drawn(3), drawn(4)), 3, false, NO_CAP);

        assertThat(pool).isEqualTo(new DrawPool(List.of(1L), 1, List.of(2L, 3L, 4L), 2, Map.of()));
    }

    @Test
    void takesTheFourthQuarterOfFiftySevenFromTheTwelveThatWaitAndThreeMore() {
        var class_ = new ArrayList<Candidate>();
        for (int unit = 1; unit <= 57; unit++) {
            class_.add(unit <= 45 ? drawn(unit) : waiting(unit));
        }

        var pool = DrawPool.of(class_, 15, false, NO_CAP);

        assertThat(pool.fromWaiting()).isEqualTo(12);
        assertThat(pool.fromAgain()).isEqualTo(3);
        assertThat(pool.again()).hasSize(45);
    }

    @Test
    void drawsWhomTheRiskOrdersEachTime() {
        var worst = new Candidate(7, D, OPERATING, 1, true);

        var pool = DrawPool.of(List.of(worst, waiting(8)), 2, true, NO_CAP);

        assertThat(pool.waiting()).containsExactly(7L, 8L);
        assertThat(pool.drawn()).isEqualTo(2);
    }

    @Test
    void keepsToTheYearlyCapEvenWhereTheRiskOrdersMore() {
        var atCap = new Candidate(7, D, OPERATING, 2, true);
        var beneath = new Candidate(8, D, OPERATING, 1, true);

        var pool = DrawPool.of(List.of(atCap, beneath), 2, true, 2);

        assertThat(pool.waiting()).containsExactly(8L);
        assertThat(pool.excluded()).isEqualTo(Map.of(7L, Exclusion.CAP_REACHED));
        assertThat(pool.drawn()).isOne();
    }

    @Test
    void leavesOutWhatIsClosedOrStopped() {
        var pool =
                DrawPool.of(
                        List.of(
                                new Candidate(1, A, CLOSED, 0, false),
                                new Candidate(2, A, STOPPED, 0, false),
                                waiting(3)),
                        2,
                        false,
                        NO_CAP);

        assertThat(pool.excluded()).isEqualTo(Map.of(1L, Exclusion.CLOSED, 2L, Exclusion.STOPPED));
        assertThat(pool.drawn()).isOne();
    }

    @Test
    void drawsNobodyFromNobody() {
        assertThat(DrawPool.of(List.of(), 3, false, NO_CAP).drawn()).isZero();
    }

    @ParameterizedTest(name = "{0} with {1} counts as {2}")
    @CsvSource({
        "A, RED, D",
        "D, GREEN, D",
        "A, BLUE, B",
        "C, YELLOW, C",
        "B, YELLOW, C",
        "A, NONE, A",
        "C, NONE, C"
    })
    void gradesByTheWorseOfBothScales(RiskClass risk, EnvironmentalCredit credit, RiskClass grade) {
        assertThat(risk.orWorse(credit)).isEqualTo(grade);
    }

    private static Candidate waiting(long unit) {
        return new Candidate(unit, A, OPERATING, 0, false);
    }

    private static Candidate drawn(long unit) {
        return new Candidate(unit, A, OPERATING, 1, true);
    }
}
