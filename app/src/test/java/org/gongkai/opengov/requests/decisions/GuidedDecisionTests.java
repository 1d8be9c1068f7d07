package org.gongkai.opengov.requests.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Guided decision (判断过程) — 《政府信息公开条例》 arts. 14–16, 30, 35–39")
class GuidedDecisionTests {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "y, ENDED_OTHERWISE",
        "ny, NOT_CORRECTED",
        "nny, FEE_UNPAID",
        "nnny, PETITION",
        "nnnny, PUBLICATION",
        "nnnnny, REPEATED",
        "nnnnnny, CONFIRM_AGAIN",
        "nnnnnnny, UNREASONABLE_VOLUME",
        "nnnnnnnny, STILL_UNCLEAR",
        "nnnnnnnnny, REGISTRY",
        "nnnnnnnnnnn, NOT_THIS_AGENCY",
        "nnnnnnnnnnyn, DOES_NOT_EXIST",
        "nnnnnnnnnnyyy, NEEDS_MAKING",
        "nnnnnnnnnnyyny, ALREADY_PUBLIC",
        "nnnnnnnnnnyynnyn, STATE_SECRET",
        "nnnnnnnnnnyynnnyn, BANNED_BY_LAW",
        "nnnnnnnnnnyynnnnyn, ENDANGERS_SECURITY",
        "nnnnnnnnnnyynnnnnynn, HARMS_THIRD_PARTY",
        "nnnnnnnnnnyynnnnnnyyn, INTERNAL_AFFAIRS",
        "nnnnnnnnnnyynnnnnnnynyn, PROCESS_INFORMATION",
        "nnnnnnnnnnyynnnnnnnnynyn, ENFORCEMENT_FILE",
        "nnnnnnnnnnyynnyy, PARTLY_DISCLOSED",
        "nnnnnnnnnnyynnnnnynny, HARMS_THIRD_PARTY:too-long",
        "nnnnnnnnnnyynnnnnnnn, DISCLOSED:open",
        "nnnnnnnnnnyynnnnnnnnn, DISCLOSED"
    })
    void leadsToTheOutcome(String answers, String expected) {
        var name = expected.split(":")[0];
        if (expected.endsWith(":too-long")) {
            assertThatThrownBy(() -> GuidedDecision.answered(read(answers)))
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }
        var decision = GuidedDecision.answered(read(answers));
        if (expected.endsWith(":open")) {
            assertThat(decision.outcome()).isEmpty();
            assertThat(decision.next()).contains(Question.ENFORCEMENT_FILE);
            return;
        }

        assertThat(decision.outcome()).contains(Outcome.valueOf(name));
        assertThat(decision.next()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "nnnnnnnnnnyynnnnnyynnn, the third party agrees",
        "nnnnnnnnnnyynnnnnnynnn, internal and no reason to withhold",
        "nnnnnnnnnnyynnnnnnnyy, a rule says that the process is public",
        "nnnnnnnnnnyynnnnnnnynnn, process information and no reason to withhold",
        "nnnnnnnnnnyynnnnnnnnyy, a rule says that the file is public",
        "nnnnnnnnnnyynnnnnnnnynn, an enforcement file and no reason to withhold"
    })
    void disclosesWhereAChoiceIsNotMadeAgainstIt(String answers, String why) {
        assertThat(GuidedDecision.answered(read(answers)).outcome()).contains(Outcome.DISCLOSED);
    }

    @Test
    void rememberTheGroundWhenAPartIsGiven() {
        var decision = GuidedDecision.answered(read("nnnnnnnnnnyynnnyy"));

        assertThat(decision.outcome()).contains(Outcome.PARTLY_DISCLOSED);
        assertThat(decision.ground()).contains(Outcome.BANNED_BY_LAW);
    }

    @Test
    void reachesEveryOutcomeAndAsksEveryQuestionOnEveryWay() {
        var outcomes = EnumSet.noneOf(Outcome.class);
        var questions = EnumSet.noneOf(Question.class);
        walk(GuidedDecision.begun(), outcomes, questions);

        assertThat(outcomes).containsExactly(Outcome.values());
        assertThat(questions).containsExactly(Question.values());
    }

    @Test
    void refusesAnAnswerAfterTheEnd() {
        var ended = GuidedDecision.answered(List.of(true));

        assertThatThrownBy(() -> ended.answer(false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void walk(GuidedDecision at, Set<Outcome> outcomes, Set<Question> questions) {
        at.next()
                .ifPresentOrElse(
                        it -> {
                            questions.add(it);
                            walk(at.answer(true), outcomes, questions);
                            walk(at.answer(false), outcomes, questions);
                        },
                        () -> {
                            outcomes.add(at.outcome().orElseThrow());
                            var asked =
                                    at.steps().stream().map(GuidedDecision.Step::question).toList();
                            assertThat(new HashSet<>(asked)).hasSameSizeAs(asked);
                        });
    }

    private static List<Boolean> read(String answers) {
        return answers.chars().mapToObj(it -> it == 'y').toList();
    }
}
