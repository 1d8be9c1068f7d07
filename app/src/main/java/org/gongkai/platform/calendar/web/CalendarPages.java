package org.gongkai.platform.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.CalendarDesk;
import org.gongkai.platform.calendar.NoticeRecord;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The year and the register of notices on the desk (工作日历). */
@Controller
class CalendarPages {
    private final CalendarDesk desk;
    private final DayWords words;
    private final Wording wording;
    private final Clock clock;

    CalendarPages(CalendarDesk desk, DayWords words, Wording wording, Clock clock) {
        this.desk = desk;
        this.words = words;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/desk/calendar")
    String year(
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(defaultValue = "CN") String calendar,
            @RequestParam(required = false) @Nullable Long entered,
            Actor actor,
            Model model) {
        var code = CalendarCode.of(calendar).orElseThrow(Refusal::notFound);
        var shown = desk.year(code, number(year));
        model.addAttribute("shown", shown);
        model.addAttribute("months", MonthTable.of(shown, words));
        model.addAttribute("tabs", tabs(code, shown.year()));
        model.addAttribute("register", desk.register());
        model.addAttribute("mayChange", CalendarDesk.mayChange(actor));
        if (entered != null) {
            model.addAttribute("entered", desk.entry(entered));
        }
        return "calendar/desk/year";
    }

    @GetMapping("/desk/calendar/notices/{id}")
    String notice(@PathVariable long id, Actor actor, Model model) {
        return noticePage(desk.entry(id), actor, model);
    }

    static String noticePage(NoticeRecord entry, Actor actor, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("mayWithdraw", CalendarDesk.mayChange(actor) && entry.counts());
        return "calendar/desk/notice";
    }

    private int number(@Nullable String year) {
        if (year == null) {
            return LocalDate.now(clock).getYear();
        }
        if (!year.matches("[0-9]{4}")) {
            throw Refusal.notFound();
        }
        return Integer.parseInt(year);
    }

    private List<Tab> tabs(CalendarCode here, int year) {
        return List.of(tab(CalendarCode.CN, here, year), tab(CalendarCode.NX, here, year));
    }

    private Tab tab(CalendarCode code, CalendarCode here, int year) {
        return new Tab(
                wording.say("calendar.code." + code),
                "/desk/calendar?year=%d&calendar=%s".formatted(year, code),
                code == here,
                null);
    }
}
