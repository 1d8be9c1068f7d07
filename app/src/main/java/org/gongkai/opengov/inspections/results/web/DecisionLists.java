package org.gongkai.opengov.inspections.results.web;

import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.results.DecisionFilter;
import org.gongkai.opengov.inspections.results.EnforcementDecisionDesk;
import org.gongkai.opengov.inspections.results.Timeliness;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the lists of decisions and of rulings have in common (决定与撤下台账): tabs, filter, pages. */
@Component
class DecisionLists {
    static final String DECISIONS = "/desk/inspections/decisions";
    static final String RULINGS = DECISIONS + "/rulings";
    private static final int PER_PAGE = 30;

    private final EnforcementDecisionDesk desk;
    private final Wording wording;

    DecisionLists(EnforcementDecisionDesk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
    }

    /** Puts one page of a list and all that is around it into the model. */
    <T> void show(
            Actor actor, String address, List<T> all, DecisionQuery asked, int page, Model model) {
        var pages = Pages.of(page, all.size(), PER_PAGE, it -> asked.at(address, it));
        var from = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("lines", all.subList(from, Math.min(from + PER_PAGE, all.size())));
        model.addAttribute("total", all.size());
        model.addAttribute("pages", pages);
        model.addAttribute("asked", asked);
        model.addAttribute("address", address);
        model.addAttribute("csv", asked.at(address + "/export.csv", null));
        model.addAttribute("workbook", asked.at(address + "/export.xlsx", null));
        model.addAttribute("mayKeep", InspectionRights.keeps(actor));
        model.addAttribute("tabs", tabs(actor, address));
    }

    private List<Tab> tabs(Actor actor, String here) {
        var all = DecisionFilter.all();
        return List.of(
                new Tab(
                        wording.say("inspections.decisions.decisions"),
                        DECISIONS,
                        here.equals(DECISIONS),
                        (long) desk.decisions(actor, all).size()),
                new Tab(
                        wording.say("inspections.decisions.rulings"),
                        RULINGS,
                        here.equals(RULINGS),
                        (long) desk.rulings(actor, all).size()));
    }

    /** How the days can stand, in the words of this list. */
    List<Choice> standings(String words) {
        return Arrays.stream(Timeliness.values())
                .map(it -> Choice.of(it.slug(), wording.say(words + it.name())))
                .toList();
    }
}
