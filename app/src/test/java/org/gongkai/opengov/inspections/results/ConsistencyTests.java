package org.gongkai.opengov.inspections.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.inspections.results.Consistency.Ending;
import org.gongkai.opengov.inspections.results.Consistency.Visit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Consistency (一致性): drawn = checked + justified skips = published")
class ConsistencyTests {

    /** C checked, S skipped, O open; capital: not public; small: public. */
    @ParameterizedTest(name = "{0}: {1} drawn, {2} checked, {3} skipped, {4} open, {5} published")
    @CsvSource({
        "'',    0, 0, 0, 0, 0, true,  true",
        "ccs,   3, 2, 1, 0, 3, true,  true",
        "cCs,   3, 2, 1, 0, 2, true,  false",
        "ccS,   3, 2, 1, 0, 2, true,  false",
        "ccO,   3, 2, 0, 1, 2, false, false",
        "O,     1, 0, 0, 1, 0, false, false",
        "ccso,  4, 2, 1, 1, 3, false, false"
    })
    void countsTheCases(
            String signs,
            int drawn,
            int checked,
            int skipped,
            int open,
            int published,
            boolean mayClose,
            boolean holds) {
        var it = Consistency.of(visits(signs));

        assertThat(it.drawn()).hasSize(drawn);
        assertThat(it.checked()).hasSize(checked);
        assertThat(it.skipped()).hasSize(skipped);
        assertThat(it.open()).hasSize(open);
        assertThat(it.published()).hasSize(published);
        assertThat(it.mayClose()).isEqualTo(mayClose);
        assertThat(it.holds()).isEqualTo(holds);
        assertThat(it.checked().size() + it.skipped().size() + it.open().size()).isEqualTo(drawn);
    }

    @Test
    void namesTheCasesBehindEachNumber() {
        var it = Consistency.of(visits("cSO"));

        assertThat(it.open()).extracting(Visit::number).containsExactly("JC-2021-00003");
        assertThat(it.unpublished()).extracting(Visit::number).containsExactly("JC-2021-00002");
        assertThat(it.published()).extracting(Visit::number).containsExactly("JC-2021-00001");
    }

    @Test
    void showsWhatIsPublicThoughNobodyWasThere() {
        var it = Consistency.of(visits("o"));

        assertThat(it.premature()).hasSize(1);
        assertThat(it.published()).isEmpty();
        assertThat(it.holds()).isFalse();
    }

    @Test
    void refusesToCountATaskTwice() {
        var visit = new Visit(1, "JC-2021-00001", Ending.CHECKED, true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Consistency.of(List.of(visit, visit)));
    }

    private static List<Visit> visits(String signs) {
        var visits = new ArrayList<Visit>();
        for (var at = 0; at < signs.length(); at++) {
            var sign = signs.charAt(at);
            var ending =
                    switch (Character.toUpperCase(sign)) {
                        case 'C' -> Ending.CHECKED;
                        case 'S' -> Ending.SKIPPED;
                        default -> Ending.OPEN;
                    };
            visits.add(
                    new Visit(
                            at + 1L,
                            "JC-2021-%05d".formatted(at + 1),
                            ending,
                            Character.isLowerCase(sign)));
        }
        return visits;
    }
}
