package org.gongkai.opengov.requests.web;

import org.gongkai.opengov.requests.MovedDeadline;
import org.gongkai.opengov.requests.RedatingDesk;
import org.gongkai.opengov.requests.RedatingRun;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How far open cases are counted by a changed calendar, and which of them moved (期限重算). */
@Controller
class RedatingPages {
    private static final int PER_PAGE = 30;

    private final RedatingDesk desk;
    private final CaseWords words;

    RedatingPages(RedatingDesk desk, CaseWords words) {
        this.desk = desk;
        this.words = words;
    }

    @GetMapping("/desk/requests/redatings")
    String redatings(
            Actor actor,
            @RequestParam(required = false) @Nullable Long run,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var runs = desk.runs(actor);
        model.addAttribute("runs", runs);
        model.addAttribute("words", this);
        if (!runs.isEmpty()) {
            var chosen =
                    runs.stream()
                            .filter(it -> run == null || it.id() == run)
                            .findFirst()
                            .orElseThrow(Refusal::notFound);
            show(actor, chosen, page, model);
        }
        return "requests/redatings";
    }

    private void show(Actor actor, RedatingRun run, int page, Model model) {
        var total = desk.countMoved(actor, run);
        var pages =
                Pages.of(
                        page,
                        total,
                        PER_PAGE,
                        it -> "/desk/requests/redatings?run=" + run.id() + "&page=" + it);
        model.addAttribute("run", run);
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "lines", desk.moved(actor, run, (pages.number() - 1) * PER_PAGE, PER_PAGE));
    }

    /** Why, in words. */
    public String why(MovedDeadline moved) {
        return words.cause(moved);
    }
}
