package org.gongkai.opengov.requests.decisions.web;

import java.util.List;
import java.util.Locale;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Proof;
import org.gongkai.opengov.requests.decisions.Question;
import org.gongkai.opengov.requests.decisions.Told;
import org.gongkai.opengov.requests.web.SimilarCases;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The guided decision over the API (判断助手接口). */
@RestController
class DecisionApi {
    private final Wording wording;
    private final SimilarCases similar;

    DecisionApi(Wording wording, SimilarCases similar) {
        this.wording = wording;
        this.similar = similar;
    }

    /** A question as it is asked. */
    record Asked(String name, String text, String about, List<String> articles) {}

    /** A question as it was answered. */
    record Answered(String question, boolean answer) {}

    /** How the matter ends, and what its answer must hold. */
    record Ended(
            String name,
            int number,
            String text,
            List<String> articles,
            String force,
            String paper,
            List<String> mustTell,
            List<String> mayTell,
            List<String> papers,
            String reportRow) {}

    /** Where the decision stands. */
    record Standing(
            List<Answered> answered,
            @Nullable Asked question,
            @Nullable Ended outcome,
            List<SimilarCases.Line> similar) {}

    @GetMapping("/api/v1/requests/decision")
    Standing decide(
            Actor actor,
            @RequestParam(defaultValue = "") String answers,
            @RequestParam(defaultValue = "") String matter) {
        var decision = DecisionPages.read(answers);
        return new Standing(
                decision.steps().stream()
                        .map(it -> new Answered(it.question().slug(), it.yes()))
                        .toList(),
                decision.next().map(this::asked).orElse(null),
                decision.outcome().map(DecisionApi::ended).orElse(null),
                similar.of(actor, DecisionPages.cut(matter)));
    }

    private Asked asked(Question it) {
        return new Asked(
                it.slug(),
                wording.say(it.messageKey()),
                wording.say(it.messageKey() + ".about"),
                DecisionPages.basis(it.articles()));
    }

    private static Ended ended(Outcome it) {
        return new Ended(
                it.slug(),
                it.number(),
                it.term(),
                DecisionPages.basis(it.articles()),
                slug(it.force()),
                slug(it.paper()),
                it.must().stream().map(Told::slug).toList(),
                it.may().stream().map(Told::slug).toList(),
                it.proofs().stream().map(Proof::slug).toList(),
                it.row().term());
    }

    private static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
