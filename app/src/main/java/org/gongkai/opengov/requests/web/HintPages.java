package org.gongkai.opengov.requests.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.requests.HintFigures;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** How often documents already public answered what was about to be asked (已公开文件推荐效果). */
@Controller
class HintPages {
    private static final int FIRST = 2019;

    private final HintFigures figures;
    private final Clock clock;

    HintPages(HintFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /** A month over the API. */
    record Counted(String month, long shown, long helped) {
        static Counted of(HintFigures.Month it) {
            return new Counted(it.month().toString(), it.shown(), it.helped());
        }
    }

    /** The months of a year. */
    record Year(int year, List<Counted> months) {}

    @GetMapping("/desk/requests/hints")
    String page(Actor actor, @RequestParam(required = false) @Nullable Integer year, Model model) {
        var asked = year(year);
        var months = figures.of(actor, asked);
        var shown = months.stream().mapToLong(HintFigures.Month::shown).sum();
        var helped = months.stream().mapToLong(HintFigures.Month::helped).sum();
        model.addAttribute("year", asked);
        model.addAttribute("first", FIRST);
        model.addAttribute("last", LocalDate.now(clock).getYear());
        model.addAttribute("months", months);
        model.addAttribute("shown", shown);
        model.addAttribute("helped", helped);
        return "requests/hints";
    }

    @GetMapping("/api/v1/requests/hints")
    @ResponseBody
    Year counts(Actor actor, @RequestParam(required = false) @Nullable Integer year) {
        var asked = year(year);
        return new Year(asked, figures.of(actor, asked).stream().map(Counted::of).toList());
    }

    private int year(@Nullable Integer asked) {
        var now = LocalDate.now(clock).getYear();
        return asked == null ? now : Math.clamp(asked, Math.min(FIRST, now), now);
    }
}
