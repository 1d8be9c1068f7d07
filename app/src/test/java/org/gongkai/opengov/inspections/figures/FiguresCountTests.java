package org.gongkai.opengov.inspections.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.opengov.inspections.InspectionMethod;
import org.gongkai.opengov.inspections.PermitClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.figures.VisitFact.Carried;
import org.gongkai.opengov.inspections.plans.Feasibility;
import org.gongkai.opengov.inspections.plans.Feasibility.LineCount;
import org.gongkai.opengov.inspections.plans.FrozenQuota;
import org.gongkai.opengov.inspections.plans.PlanLine;
import org.gongkai.opengov.inspections.plans.PlanSettings;
import org.gongkai.opengov.inspections.plans.PlanState;
import org.gongkai.opengov.inspections.plans.PlanVersion;
import org.gongkai.opengov.inspections.plans.QuotaFormula;
import org.gongkai.opengov.inspections.plans.QuotaFormula.EachDraw;
import org.gongkai.opengov.inspections.plans.Ratio;
import org.gongkai.opengov.inspections.plans.Turn;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Figures about inspections — what was reached, covered and made public")
class FiguresCountTests {
    private static final LocalDate JULY = LocalDate.of(2021, 7, 30);
    private static final long KEY_LINE = 7;
    private static final QuotaFormula QUARTER = new EachDraw(Ratio.percent(25));

    @Test
    void countsAgainstTheRegisterAndNotAgainstWhatWasDrawn() {
        var visits =
                List.of(
                        visit(1, 11, "2021-04-06", "2021-04-08", SupervisionClass.KEY),
                        visit(2, 12, "2021-04-06", null, SupervisionClass.KEY),
                        visit(3, 13, "2021-07-05", "2021-07-06", SupervisionClass.KEY),
                        visit(4, 14, "2021-04-06", "2021-04-09", SupervisionClass.ORDINARY));

        var reached = FiguresCount.reached(plan(), counts(), visits);

        assertThat(reached).hasSize(2);
        assertThat(reached.getFirst().register()).isEqualTo(9);
        assertThat(reached.getFirst().owed()).isEqualTo(3);
        assertThat(reached.getFirst().drawn()).isEqualTo(2);
        assertThat(reached.getFirst().checked()).isOne();
        assertThat(reached.getFirst().percent()).isEqualTo("11.1");
        assertThat(reached.getFirst().met()).isFalse();
        assertThat(reached.getLast().visits()).extracting(VisitFact::task).containsExactly(3L);
    }

    /** Held in July for the second quarter; of another line; ordered from above. */
    @Test
    void countsADrawForWhatItCarriesOutAndNothingOutsideThePlan() {
        var visits =
                List.of(
                        of(new Carried(KEY_LINE, 2), 1, "2021-07-05"),
                        of(new Carried(KEY_LINE + 1, 2), 2, "2021-04-06"),
                        of(new Carried(null, 0), 3, "2021-04-06"));

        var reached = FiguresCount.reached(plan(), counts(), visits);

        assertThat(reached.getFirst().visits()).extracting(VisitFact::task).containsExactly(1L);
        assertThat(reached.getLast().visits()).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1} is {2} %")
    @CsvSource({
        "14, 57, 24.5",
        "2499, 10000, 24.9",
        "1, 4, 25",
        "0, 9, 0",
        "0, 0, —",
        "57, 57, 100"
    })
    void cutsSharesOffAndNeverRoundsUp(int part, int whole, String percent) {
        assertThat(new Coverage("", "", whole, part).percent()).isEqualTo(percent);
    }

    @Test
    void coversAUnitOnceHoweverOftenItWasInspected() {
        var visits =
                List.of(
                        visit(1, 11, "2021-04-06", "2021-04-08", SupervisionClass.KEY),
                        visit(2, 11, "2021-07-05", "2021-07-06", SupervisionClass.KEY),
                        visit(3, 12, "2021-07-05", null, SupervisionClass.KEY));

        var coverage =
                FiguresCount.coverage(
                        new TreeMap<>(Map.of("640104", 4, "640105", 2)),
                        visits,
                        VisitFact::region,
                        it -> it);

        assertThat(coverage)
                .containsExactly(
                        new Coverage("640104", "640104", 4, 1),
                        new Coverage("640105", "640105", 2, 0));
    }

    @Test
    void countsVisitsOfEachOfficerAndOfThoseWithoutAny() {
        var visits =
                List.of(
                        visit(1, 11, "2021-04-06", "2021-04-08", SupervisionClass.KEY),
                        visit(2, 12, "2021-04-06", null, SupervisionClass.KEY));

        var loads = FiguresCount.loads(Map.of(1L, "甲", 2L, "乙", 3L, "丙"), visits);

        assertThat(loads)
                .containsExactly(
                        new OfficerLoad(1, "甲", 2, 1),
                        new OfficerLoad(2, "乙", 2, 1),
                        new OfficerLoad(3, "丙", 0, 0));
    }

    private static VisitFact of(Carried carried, long task, String released) {
        return visit(task, 10 + task, released, null, SupervisionClass.KEY, carried);
    }

    private static VisitFact visit(
            long task,
            long unit,
            String released,
            @Nullable String checked,
            SupervisionClass supervision) {
        return visit(task, unit, released, checked, supervision, null);
    }

    private static VisitFact visit(
            long task,
            long unit,
            String released,
            @Nullable String checked,
            SupervisionClass supervision,
            @Nullable Carried carried) {
        return new VisitFact(
                task,
                "JC-2021-0000" + task,
                unit,
                "企业" + unit,
                "640104",
                "2614",
                supervision,
                PermitClass.KEY,
                1,
                LocalDate.parse(released),
                checked == null ? null : LocalDate.parse(checked),
                false,
                null,
                List.of(1L, 2L),
                carried);
    }

    private static PlanVersion plan() {
        var line =
                new PlanLine(
                        KEY_LINE,
                        1,
                        "重点排污单位",
                        Set.of(SupervisionClass.KEY),
                        Set.of(),
                        List.of("26"),
                        List.of(),
                        List.of(1L),
                        Set.of(InspectionMethod.ON_SITE),
                        QUARTER,
                        false,
                        new TreeSet<>(Set.of(2, 3)),
                        "执法支队",
                        List.of(),
                        "");
        return new PlanVersion(
                1,
                new AgencyId(1),
                2021,
                1,
                PlanState.APPROVED,
                "",
                new PlanSettings(60, 2, 2),
                1,
                new PersonId(1),
                Instant.EPOCH,
                counts(),
                new PersonId(2),
                Instant.EPOCH,
                List.of(line));
    }

    private static Feasibility counts() {
        return new Feasibility(JULY, 8, List.of(count(2), count(3)), List.of());
    }

    private static LineCount count(int quarter) {
        var quota = new FrozenQuota(QUARTER, null, 9, 9, 8, 3, new Turn(1, 2), 0, 3, JULY);
        return new LineCount(KEY_LINE, quarter, false, List.of(quota));
    }
}
