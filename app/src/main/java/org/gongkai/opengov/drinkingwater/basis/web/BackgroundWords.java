package org.gongkai.opengov.drinkingwater.basis.web;

import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.basis.Background;
import org.gongkai.opengov.drinkingwater.basis.Background.State;
import org.gongkai.opengov.drinkingwater.basis.Decision;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** How pages speak of what an agency lays down (评价依据用语). */
@Component
public class BackgroundWords {
    private final Wording wording;
    private final ChineseDates dates;
    private final Organization organization;

    BackgroundWords(Wording wording, ChineseDates dates, Organization organization) {
        this.wording = wording;
        this.dates = dates;
        this.organization = organization;
    }

    /** 有效, 未到起始日期, 已到期, 已作废. */
    public String state(State state) {
        return wording.say("drinkingwater.background.state." + state.slug());
    }

    /** How the tag of a state looks. */
    public String look(State state) {
        return switch (state) {
            case HOLDS -> "good";
            case LATER -> "soon";
            case OVER, WITHDRAWN -> "done";
        };
    }

    List<Choice> states() {
        return Arrays.stream(State.values()).map(it -> Choice.of(it.slug(), state(it))).toList();
    }

    /** The limits of an item class by class, I to V; a dash where the class has none. */
    public List<String> limits(MonitoredItem item) {
        return WaterClass.inStandards().stream()
                .map(it -> item.limits().printed(it).orElse("—"))
                .toList();
    }

    /** The last day; a word where there is none. */
    public String until(Background it) {
        return it.until() == null
                ? wording.say("drinkingwater.background.open-end")
                : it.until().toString();
    }

    /** When and by whom it was laid down. */
    public String by(Decision decision) {
        return wording.say(
                "drinkingwater.imports.begun",
                dates.moment(decision.at()),
                decision.by() == null
                        ? wording.say("drinkingwater.background.by-demo")
                        : organization.person(decision.by()).name());
    }
}
