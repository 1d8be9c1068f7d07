package org.gongkai.opengov.requests.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to the outcome of one matter (判断过程): the questions asked so far with their answers, and
 * either the next question or the outcome. Taking back an answer is a shorter list of answers.
 *
 * <p>《政府信息公开条例》 arts. 14–16, 30, 35–39; the order is our reading, ADR 0175.
 */
public final class GuidedDecision {
    private final List<Step> steps = new ArrayList<>();
    private @Nullable Question next = Question.first();
    private @Nullable Outcome ground;
    private @Nullable Outcome outcome;

    private GuidedDecision() {}

    /**
     * One question with its answer.
     *
     * @param lead where the answer led: what was to be shown at that moment
     */
    public record Step(Question question, boolean yes, Lead lead) {}

    /** Nothing answered yet. */
    public static GuidedDecision begun() {
        return new GuidedDecision();
    }

    /**
     * The questions answered in turn, each yes or no.
     *
     * @throws IllegalArgumentException if there are more answers than questions
     */
    public static GuidedDecision answered(List<Boolean> answers) {
        var decision = new GuidedDecision();
        answers.forEach(decision::take);
        return decision;
    }

    /**
     * The questions answered as an address writes it: y and n in turn.
     *
     * @throws IllegalArgumentException if there is anything else, or more answers than questions
     */
    public static GuidedDecision written(String answers) {
        if (!answers.matches("[yn]{0,40}")) {
            throw new IllegalArgumentException("Not answers: " + answers);
        }
        return answered(answers.chars().mapToObj(it -> it == 'y').toList());
    }

    /** The same with one more answer. */
    public GuidedDecision answer(boolean yes) {
        var answers = new ArrayList<>(answers());
        answers.add(yes);
        return answered(answers);
    }

    /** What is to be asked next; empty once there is an outcome. */
    public Optional<Question> next() {
        return Optional.ofNullable(next);
    }

    /** How the matter ends; empty while something is to be asked. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** The ground to withhold that was found (art. 14, 15 or 16), also where a part is given. */
    public Optional<Outcome> ground() {
        return Optional.ofNullable(ground);
    }

    /** The way so far, question by question. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The answers so far. */
    public List<Boolean> answers() {
        return steps.stream().map(Step::yes).toList();
    }

    private void take(boolean yes) {
        var question = next;
        if (question == null) {
            throw new IllegalArgumentException("No question is left to answer");
        }
        var found = ground == null ? Outcome.DISCLOSED : ground;
        var lead = question.lead(yes, found);
        steps.add(new Step(question, yes, lead));
        switch (lead) {
            case Lead.Ask ask -> next = ask.question();
            case Lead.Withhold withhold -> {
                ground = withhold.outcome();
                next = Question.SEPARABLE;
            }
            case Lead.End end -> {
                outcome = end.outcome();
                next = null;
            }
        }
    }
}
