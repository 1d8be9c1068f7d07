package org.gongkai.opengov.requests.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.requests.figures.ReportSurroundings.Fees;
import org.gongkai.opengov.requests.figures.ReportSurroundings.Norms;
import org.gongkai.opengov.requests.figures.Table3.Column;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Identities of the yearly report (勾稽关系) — 国办公开办函〔2021〕30号")
class IdentitiesTests {
    private static final List<CaseSummary> CASES = Cases.of(600, 20211);
    private static final ReportPeriod YEAR = ReportPeriod.year(2022);

    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2023, 2024})
    void holdForSixHundredCasesOverThreeYears(int year) {
        var figures = RequestFigures.of(CASES, ReportPeriod.year(year));

        assertThat(figures.broken()).isEmpty();
    }

    @Test
    void countEachCaseOfTheThreeYears() {
        long fresh = 0;
        for (int year = 2021; year <= 2023; year++) {
            var table = Table3.of(CASES, ReportPeriod.year(year));
            fresh += table.at(Row.NEW, Column.TOTAL).count();
            assertThat(table.at(Row.FINISHED, Column.TOTAL).count()).isPositive();
            assertThat(table.at(Row.CARRIED_ON, Column.TOTAL).count()).isPositive();
            assertThat(Row.results())
                    .allSatisfy(it -> assertThat(table.at(it, Column.TOTAL).count()).isPositive());
        }
        assertThat(fresh).isEqualTo(600);
    }

    @Test
    void holdOnEveryDay() {
        for (var day = LocalDate.of(2021, 12, 1);
                day.isBefore(LocalDate.of(2023, 2, 1));
                day = day.plusDays(1)) {
            assertThat(RequestFigures.of(CASES, new ReportPeriod(day)).broken()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} taken out of {1}, {2}: {3}")
    @CsvSource({
        "new, NEW, class, BALANCE CLASSES",
        "new, NEW, total, BALANCE CLASSES",
        "new, NEW, both, BALANCE BALANCE",
        "new, FINISHED, class, BALANCE RESULTS CLASSES",
        "new, FINISHED, both, BALANCE BALANCE RESULTS RESULTS",
        "new, result, class, RESULTS CLASSES",
        "new, result, total, RESULTS CLASSES",
        "new, result, both, RESULTS RESULTS",
        "carried, CARRIED_IN, class, BALANCE CLASSES CARRIED",
        "carried, CARRIED_IN, both, BALANCE BALANCE CARRIED CARRIED",
        "open, CARRIED_ON, class, BALANCE CLASSES",
        "open, CARRIED_ON, both, BALANCE BALANCE"
    })
    void failExactlyWhereOneCaseIsCountedWrongly(
            String which, String row, String where, String failing) {
        var requests = Table3.of(CASES, YEAR);
        var lastYear = Table3.of(CASES, YEAR.yearBefore());
        for (var each : some(which)) {
            var column = Column.of(each.applicant());
            var changed = row.equals("result") && each.row() != null ? Row.of(each.row()) : null;
            var at = changed == null ? Row.valueOf(row) : changed;
            var altered = requests;
            if (!where.equals("total")) {
                altered = altered.with(at, column, altered.at(at, column).minus(each.number()));
            }
            if (!where.equals("class")) {
                var total = altered.at(at, Column.TOTAL).minus(each.number());
                altered = altered.with(at, Column.TOTAL, total);
            }

            var broken =
                    Identities.broken(
                            altered,
                            Table4.of(CASES, YEAR),
                            ReportSurroundings.UNKNOWN.after(lastYear));

            assertThat(broken)
                    .extracting(it -> it.identity().name())
                    .containsExactly(failing.split(" "));
            assertThat(broken)
                    .allSatisfy(it -> assertThat(it.cases()).containsExactly(each.number()));
        }
    }

    @Test
    void nameBothCasesWhenOneStandsForAnother() {
        var requests = Table3.of(CASES, YEAR);
        var one = some("new").getFirst();
        var column = Column.of(one.applicant());
        var swapped = requests.at(Row.NEW, column).minus(one.number()).plus("YSQ-2022-99999");

        var broken =
                Identities.broken(
                        requests.with(Row.NEW, column, swapped),
                        Table4.of(CASES, YEAR),
                        ReportSurroundings.UNKNOWN);

        assertThat(broken)
                .extracting(BrokenIdentity::identity)
                .containsExactly(Identity.BALANCE, Identity.CLASSES);
        assertThat(broken)
                .allSatisfy(
                        it -> {
                            assertThat(it.left()).isEqualTo(it.right());
                            assertThat(it.cases()).containsExactly(one.number(), "YSQ-2022-99999");
                        });
    }

    @ParameterizedTest
    @MethodSource("disputed")
    void failForTheBlockWhereOneDisputeIsCountedWrongly(Dispute.Kind kind, Table4.Column column) {
        var disputes = Table4.of(CASES, YEAR);
        var number = disputes.at(kind, column).cases().getFirst();
        var altered = disputes.with(kind, column, disputes.at(kind, column).minus(number));

        var broken = Identities.broken(Table3.of(CASES, YEAR), altered, ReportSurroundings.UNKNOWN);

        assertThat(broken)
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.identity()).isEqualTo(Identity.DISPUTES);
                            assertThat(it.place()).isEqualTo(kind.term());
                            assertThat(it.cases()).containsExactly(number);
                        });
    }

    @Test
    void holdForTheReportOfACityForTheYear2025() {
        var counts =
                Map.of(
                        new Table3.Cell(Row.NEW, Column.NATURAL_PERSON), Figure.of(14_069),
                        new Table3.Cell(Row.CARRIED_IN, Column.NATURAL_PERSON), Figure.of(560),
                        new Table3.Cell(Row.DISCLOSED, Column.NATURAL_PERSON), Figure.of(13_810),
                        new Table3.Cell(Row.FINISHED, Column.NATURAL_PERSON), Figure.of(13_810),
                        new Table3.Cell(Row.CARRIED_ON, Column.NATURAL_PERSON), Figure.of(819),
                        new Table3.Cell(Row.NEW, Column.TOTAL), Figure.of(14_069),
                        new Table3.Cell(Row.CARRIED_IN, Column.TOTAL), Figure.of(560),
                        new Table3.Cell(Row.DISCLOSED, Column.TOTAL), Figure.of(13_810),
                        new Table3.Cell(Row.FINISHED, Column.TOTAL), Figure.of(13_810),
                        new Table3.Cell(Row.CARRIED_ON, Column.TOTAL), Figure.of(819));
        var disputes =
                merge(
                        block(Dispute.Kind.REVIEW, 376, 97, 196, 121, 790),
                        block(Dispute.Kind.SUIT_AT_ONCE, 16, 1, 12, 27, 56),
                        block(Dispute.Kind.SUIT_AFTER_REVIEW, 74, 1, 30, 51, 156));

        assertThat(Identities.broken(new Table3(counts), disputes, ReportSurroundings.UNKNOWN))
                .isEmpty();
        assertThat(
                        Identities.broken(
                                new Table3(counts)
                                        .with(
                                                Row.CARRIED_ON,
                                                Column.NATURAL_PERSON,
                                                Figure.of(820)),
                                disputes.with(
                                        Dispute.Kind.REVIEW, Table4.Column.TOTAL, Figure.of(791)),
                                ReportSurroundings.UNKNOWN))
                .extracting(BrokenIdentity::identity, BrokenIdentity::left, BrokenIdentity::right)
                .containsExactly(
                        tuple(Identity.BALANCE, 14_629L, 14_630L),
                        tuple(Identity.CLASSES, 820L, 819L),
                        tuple(Identity.DISPUTES, 790L, 791L));
    }

    @ParameterizedTest(name = "made {0}, repealed {1}, in force {2}, before {3}")
    @CsvSource({"3, 1, 22, 20, true", "3, 1, 21, 20, false", "0, 0, 20, 20, true"})
    void warnWhereTheStockOfNormativeDocumentsDoesNotFollow(
            long made, long repealed, long inForce, long before, boolean holds) {
        var around =
                new ReportSurroundings(
                        null, null, new Norms(made, repealed, inForce, before), null, null);

        assertThat(identities(around))
                .isEqualTo(holds ? Set.of() : EnumSet.of(Identity.NORMS_IN_FORCE));
        assertThat(Identity.NORMS_IN_FORCE.warnsOnly()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, true", "1, 0, 1, false", "0, 1, 0, false", "0, 0, 2, false"})
    void letNoDepartmentOfACityMakeRules(long made, long repealed, long inForce, boolean holds) {
        var around =
                new ReportSurroundings(
                        null, new Norms(made, repealed, inForce, inForce), null, null, null);

        assertThat(identities(around)).isEqualTo(holds ? Set.of() : EnumSet.of(Identity.NO_RULES));
    }

    @Test
    void acceptBothReadingsOfRequestsReceivedInTheProse() {
        var table = Table3.of(CASES, YEAR);
        long fresh = table.at(Row.NEW, Column.TOTAL).count();
        long all = fresh + table.at(Row.CARRIED_IN, Column.TOTAL).count();

        assertThat(identities(quoting(fresh))).isEmpty();
        assertThat(identities(quoting(all))).isEmpty();
        assertThat(identities(quoting(fresh + 1))).containsExactly(Identity.PROSE);
    }

    @ParameterizedTest
    @CsvSource({"0, '', true", "2000, YSQ-2022-00001, true", "2000, '', false", "0, A, false"})
    void wantACaseForTheFees(long yuan, String paid, boolean holds) {
        var cases = paid.isEmpty() ? List.<String>of() : List.of(paid);
        var around = new ReportSurroundings(null, null, null, null, new Fees(yuan, cases));

        assertThat(identities(around)).isEqualTo(holds ? Set.of() : EnumSet.of(Identity.FEES));
    }

    private static ReportSurroundings quoting(long received) {
        return new ReportSurroundings(null, null, null, received, null);
    }

    private static Set<Identity> identities(ReportSurroundings around) {
        return Identities.broken(Table3.of(CASES, YEAR), Table4.of(CASES, YEAR), around).stream()
                .map(BrokenIdentity::identity)
                .collect(Collectors.toSet());
    }

    /** Ten cases of the year, of one sort. */
    private static List<CaseSummary> some(String which) {
        var cases =
                CASES.stream()
                        .filter(
                                it -> {
                                    var rows = Row.of(it, YEAR);
                                    return switch (which) {
                                        case "new" ->
                                                rows.contains(Row.NEW)
                                                        && rows.contains(Row.FINISHED);
                                        case "carried" -> rows.contains(Row.CARRIED_IN);
                                        default -> rows.contains(Row.CARRIED_ON);
                                    };
                                })
                        .collect(Collectors.toList());
        Collections.shuffle(cases, new Random(7));
        return cases.subList(0, 10);
    }

    static List<Arguments> disputed() {
        var disputes = Table4.of(CASES, YEAR);
        return disputes.figures().entrySet().stream()
                .filter(it -> it.getValue().count() > 0)
                .map(it -> Arguments.of(it.getKey().kind(), it.getKey().column()))
                .toList();
    }

    private static Table4 block(Dispute.Kind kind, long... counts) {
        var table = new Table4(Map.of());
        var columns = Table4.Column.values();
        for (int i = 0; i < columns.length; i++) {
            table = table.with(kind, columns[i], Figure.of(counts[i]));
        }
        return table;
    }

    private static Table4 merge(Table4... tables) {
        var figures = new HashMap<Table4.Cell, Figure>();
        for (var it : tables) {
            figures.putAll(it.figures());
        }
        return new Table4(figures);
    }
}
