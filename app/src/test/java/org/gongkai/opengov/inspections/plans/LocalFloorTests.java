package org.gongkai.opengov.inspections.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.opengov.inspections.InspectionMethod;
import org.gongkai.opengov.inspections.LocalRules;
import org.gongkai.opengov.inspections.LocalRules.Level;
import org.gongkai.opengov.inspections.LocalRules.Span;
import org.gongkai.opengov.inspections.RecusalReason;
import org.gongkai.opengov.inspections.RiskClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.plans.Feasibility.LineCount;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * 环办〔2015〕88号: key polluters by a ratio each quarter, ordinary units five for each officer a year.
 */
@DisplayName("A plan held against the local rules (与实施细则对照)")
class LocalFloorTests {
    private static final LocalDate DAY = LocalDate.of(2021, 7, 30);
    private static final LocalRules RULES =
            new LocalRules(
                    DAY,
                    "细则",
                    Level.CITY,
                    Map.of(
                            SupervisionClass.KEY, new LocalRules.Ratio(25, Span.QUARTER),
                            SupervisionClass.SPECIAL, new LocalRules.Ratio(0, Span.QUARTER)),
                    5,
                    Map.of(RiskClass.A, 50, RiskClass.B, 100, RiskClass.C, 200, RiskClass.D, 400),
                    2,
                    Set.of(RecusalReason.values()),
                    3,
                    2,
                    1);

    @Test
    void asksForTheRatioOfEachQuarterRoundedUpAndForTheYearByHead() {
        var key = line(1, Set.of(SupervisionClass.KEY));
        var both = line(2, Set.of(SupervisionClass.KEY, SupervisionClass.ORDINARY));
        var ordinary = line(3, Set.of(SupervisionClass.ORDINARY));
        var counts =
                new Feasibility(
                        DAY,
                        8,
                        List.of(count(1, 1, 15), count(1, 2, 14), count(2, 2, 9), count(3, 3, 40)),
                        List.of());

        var floors =
                LocalFloor.of(
                        version(List.of(key, both, ordinary)),
                        counts,
                        RULES,
                        Map.of(
                                SupervisionClass.KEY, 57,
                                SupervisionClass.SPECIAL, 12,
                                SupervisionClass.ORDINARY, 211));

        assertThat(floors)
                .containsExactly(
                        new LocalFloor(SupervisionClass.KEY, 1, 57, 15, 15),
                        new LocalFloor(SupervisionClass.KEY, 2, 57, 15, 14),
                        new LocalFloor(SupervisionClass.KEY, 3, 57, 15, 0),
                        new LocalFloor(SupervisionClass.KEY, 4, 57, 15, 0),
                        new LocalFloor(SupervisionClass.ORDINARY, null, 211, 40, 40));
        assertThat(floors)
                .extracting(LocalFloor::met)
                .containsExactly(true, false, false, false, true);
    }

    @Test
    void asksForNoMoreThanThereAre() {
        var floors =
                LocalFloor.of(
                        version(List.of()),
                        new Feasibility(DAY, 8, List.of(), List.of()),
                        RULES,
                        Map.of(SupervisionClass.ORDINARY, 11));

        assertThat(floors.getLast())
                .isEqualTo(new LocalFloor(SupervisionClass.ORDINARY, null, 11, 11, 0));
        assertThat(floors.getFirst()).isEqualTo(new LocalFloor(SupervisionClass.KEY, 1, 0, 0, 0));
    }

    private static LineCount count(long line, int quarter, int units) {
        return new LineCount(
                line,
                quarter,
                false,
                List.of(
                        new FrozenQuota(
                                new QuotaFormula.Fixed(units),
                                null,
                                300,
                                300,
                                8,
                                units,
                                new Turn(1, 1),
                                0,
                                units,
                                DAY)));
    }

    private static PlanLine line(long key, Set<SupervisionClass> classes) {
        return new PlanLine(
                key,
                (int) key,
                "抽查",
                classes,
                Set.of(),
                List.of(),
                List.of(),
                List.of(1L),
                Set.of(InspectionMethod.ON_SITE),
                new QuotaFormula.Fixed(1),
                false,
                new TreeSet<>(Set.of(1, 2, 3, 4)),
                "支队",
                List.of(),
                "");
    }

    private static PlanVersion version(List<PlanLine> lines) {
        return new PlanVersion(
                1,
                new AgencyId(1),
                2021,
                1,
                PlanState.DRAFT,
                "",
                new PlanSettings(60, 2, 2),
                1,
                new PersonId(1),
                Instant.EPOCH,
                null,
                null,
                null,
                lines);
    }
}
