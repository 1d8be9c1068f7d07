package org.gongkai.opengov.requests.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.platform.refusals.FieldProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Several answers in one row — 国办公开办函〔2021〕30号; ADR 0176")
class DecisionTests {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "DISCLOSED, DISCLOSED",
        "DISCLOSED ALREADY_PUBLIC, DISCLOSED",
        "PARTLY_DISCLOSED, PARTLY_DISCLOSED",
        "PARTLY_DISCLOSED DISCLOSED, PARTLY_DISCLOSED",
        "PARTLY_DISCLOSED STATE_SECRET, PARTLY_DISCLOSED",
        "DISCLOSED STATE_SECRET, PARTLY_DISCLOSED",
        "ENFORCEMENT_FILE ALREADY_PUBLIC, PARTLY_DISCLOSED",
        "DISCLOSED DOES_NOT_EXIST, DISCLOSED",
        "PETITION DISCLOSED, DISCLOSED",
        "REGISTRY DISCLOSED, DISCLOSED",
        "ENFORCEMENT_FILE STATE_SECRET, STATE_SECRET",
        "DOES_NOT_EXIST ENFORCEMENT_FILE, ENFORCEMENT_FILE",
        "DOES_NOT_EXIST NOT_THIS_AGENCY, NOT_HELD",
        "REPEATED NEEDS_MAKING, NEEDS_MAKING",
        "ENDED_OTHERWISE REPEATED, REPEATED",
        "NOT_CORRECTED, NOT_CORRECTED"
    })
    void countOnce(String outcomes, ReportRow row) {
        var found = Arrays.stream(outcomes.split(" ")).map(Outcome::valueOf).toList();

        assertThat(Decision.row(found)).isEqualTo(row);
        assertThat(Decision.row(found.reversed())).isEqualTo(row);
    }

    @Test
    void goOnOnePaper() {
        assertThat(decision(Outcome.PETITION, Outcome.DISCLOSED).paper()).isEqualTo(Paper.REPLY);
        assertThat(decision(Outcome.REPEATED, Outcome.PETITION).paper())
                .isEqualTo(Paper.NO_HANDLING);
        assertThat(decision(Outcome.FEE_UNPAID).paper()).isEqualTo(Paper.FILE_NOTE);
    }

    @Test
    void sayInWhichBlockSomethingIsMissing() {
        assertThat(decision(Outcome.ALREADY_PUBLIC, Outcome.DOES_NOT_EXIST).missing())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "blocks[0].how-to-get", "blocks[1].search", "blocks[1].search-record");
    }

    private static Decision decision(Outcome... outcomes) {
        return new Decision(
                List.of(outcomes).stream()
                        .map(it -> new AnswerBlock("甲", it, Map.of(), Set.of()))
                        .toList());
    }
}
