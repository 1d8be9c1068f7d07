package org.gongkai.opengov.budgets.web;

import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.budgets.BudgetKind;
import org.gongkai.opengov.budgets.BudgetPaper.State;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** How pages speak of budgets and accounts (预决算用语). */
@Component
public class BudgetWords {
    private final Wording wording;

    BudgetWords(Wording wording) {
        this.wording = wording;
    }

    /** 预算, 决算. */
    public String kind(BudgetKind kind) {
        return wording.say("budgets.kind." + kind.slug());
    }

    /** 待批复, 按期公开 … */
    public String state(State state) {
        return wording.say("budgets.state." + state.slug());
    }

    /** How the tag of a state looks. */
    public String look(State state) {
        return switch (state) {
            case AWAITED, WITHDRAWN -> "done";
            case RUNNING -> "plain";
            case NEAR -> "soon";
            case OVERDUE, LATE -> "late";
            case IN_TIME -> "good";
        };
    }

    List<Choice> kinds() {
        return Arrays.stream(BudgetKind.values())
                .map(it -> Choice.of(it.slug(), kind(it)))
                .toList();
    }

    List<Choice> states() {
        return Arrays.stream(State.values()).map(it -> Choice.of(it.slug(), state(it))).toList();
    }
}
