package org.gongkai.opengov.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Mark with its ground — 《政府信息公开条例》 arts. 14–16, 37")
class MarkEntryTests {

    @ParameterizedTest(name = "{0}: law needed {1}, reasons needed {2}")
    @CsvSource({
        "state-secret, 14, false, false",
        "forbidden-by-law, 14, true, false",
        "public-security, 14, false, true",
        "business-secret, 15, false, false",
        "privacy, 15, false, false",
        "internal-affairs, 16, false, true",
        "process, 16, false, true",
        "enforcement-file, 16, false, true",
        "not-government-information, 37, false, true"
    })
    void asksForLawAndReasonsByItsGround(String slug, int article, boolean law, boolean reason) {
        var ground = Ground.named(slug).orElseThrow();
        assertThat(ground.article()).isEqualTo(article);

        if (law) {
            assertThat(problem(words("张三", slug, "", "因为"))).isEqualTo("law");
        }
        if (reason) {
            assertThat(problem(words("张三", slug, "统计法", ""))).isEqualTo("reason");
        }
        var mark = words("张三", slug, law ? "统计法" : "", reason ? "因为" : "").mark(1);
        assertThat(mark.basis().ground()).isEqualTo(ground);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} on page {4}: {5}")
    @CsvSource({
        "0, 0, 100, 100, 1,",
        "0, 0, 100.1, 100, 1, left",
        "-1, 0, 10, 10, 1, left",
        "10, 0, 10, 10, 1, left",
        "20, 0, 10, 10, 1, left",
        "0, 0, 10, 10, 3,",
        "0, 0, 10, 10, 4, page",
        "0, 0, 10, 10, 0, page",
        ", 0, 10, 10, 1, quote"
    })
    void liesWithinAPage(
            Double left, Double top, Double right, Double bottom, int page, String field) {
        var entry = new MarkEntry("", page, left, top, right, bottom, "privacy", "", "", false);
        if (field == null) {
            assertThat(entry.mark(3)).isInstanceOf(Mark.Area.class);
        } else {
            assertThatThrownBy(() -> entry.mark(3))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            it ->
                                    assertThat(it.problems())
                                            .extracting(FieldProblem::field)
                                            .containsExactly(field));
        }
    }

    @Test
    void doesNotTellInItsReasonWhatItRemoves() {
        assertThat(problem(words("张三丰", "privacy", "", "涉及张 三丰的隐私"))).isEqualTo("reason");
    }

    private static MarkEntry words(String quote, String ground, String law, String reason) {
        return new MarkEntry(quote, null, null, null, null, null, ground, law, reason, false);
    }

    private static String problem(MarkEntry entry) {
        try {
            entry.mark(1);
        } catch (Refusal refused) {
            return refused.problems().getFirst().field();
        }
        throw new AssertionError("nothing was wrong");
    }
}
