package org.gongkai.opengov.requests.decisions.web;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.opengov.requests.decisions.Article;
import org.gongkai.opengov.requests.decisions.GuidedDecision;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Question;
import org.gongkai.opengov.requests.web.SimilarCases;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The guided decision (判断助手): one question after the other, all answers in the address, so that it
 * can be gone back, printed and handed on; nothing is kept.
 */
@Controller
class DecisionPages {
    static final String ADDRESS = "/desk/request-decision";
    private static final String ANSWERS = "[yn]{0,40}";
    private static final int LONGEST = 500;

    private final SimilarCases similar;

    DecisionPages(SimilarCases similar) {
        this.similar = similar;
    }

    /**
     * An answered question.
     *
     * @param back the address at which it is asked again
     */
    public record Answered(Question question, boolean yes, String back) {}

    @GetMapping(ADDRESS)
    String decide(
            Actor actor,
            @RequestParam(defaultValue = "") String answers,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String matter,
            Model model) {
        var decision = read(answers + next);
        var asked = cut(matter);
        model.addAttribute("answers", answers + next);
        model.addAttribute("matter", asked);
        model.addAttribute("similar", similar.of(actor, asked));
        model.addAttribute("answered", answered(decision, answers + next, asked));
        model.addAttribute("question", decision.next().orElse(null));
        model.addAttribute(
                "basis", decision.next().map(it -> basis(it.articles())).orElse(List.of()));
        var outcome = decision.outcome();
        model.addAttribute("outcome", outcome.orElse(null));
        model.addAttribute(
                "outcomeBasis",
                outcome.map(Outcome::articles).map(DecisionPages::basis).orElse(List.of()));
        model.addAttribute("ground", decision.ground().orElse(null));
        return "requests/decision";
    }

    /** The decision with these answers, y and n in turn; nothing else is an address. */
    static GuidedDecision read(String answers) {
        try {
            if (answers.matches(ANSWERS)) {
                return GuidedDecision.answered(answers.chars().mapToObj(it -> it == 'y').toList());
            }
        } catch (IllegalArgumentException e) {
            // More answers than questions.
            throw Refusal.invalid("answers", "requests.decide.answers");
        }
        throw Refusal.invalid("answers", "requests.decide.answers");
    }

    /** As much of what is asked as an address holds. */
    static String cut(String matter) {
        var text = matter.strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    static List<String> basis(List<Article> articles) {
        return articles.stream().map(Article::cited).toList();
    }

    private static List<Answered> answered(GuidedDecision decision, String answers, String matter) {
        var steps = decision.steps();
        return IntStream.range(0, steps.size())
                .mapToObj(
                        it ->
                                new Answered(
                                        steps.get(it).question(),
                                        steps.get(it).yes(),
                                        back(answers.substring(0, it), matter)))
                .toList();
    }

    private static String back(String answers, String matter) {
        var address = UriComponentsBuilder.fromPath(ADDRESS);
        if (!answers.isEmpty()) {
            address.queryParam("answers", answers);
        }
        if (!matter.isEmpty()) {
            address.queryParam("matter", "{matter}");
        }
        return address.encode().buildAndExpand(Map.of("matter", matter)).toUriString();
    }
}
