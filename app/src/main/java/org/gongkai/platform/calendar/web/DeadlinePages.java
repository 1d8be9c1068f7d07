package org.gongkai.platform.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.DeadlineAnswer;
import org.gongkai.platform.calendar.DeadlineDesk;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Wording;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The deadline calculator for everybody (期限测算). */
@Controller
class DeadlinePages {
    private final DeadlineDesk desk;
    private final DayWords words;
    private final DeadlineCsv csv;
    private final Wording wording;
    private final Forms forms;

    DeadlinePages(
            DeadlineDesk desk, DayWords words, DeadlineCsv csv, Wording wording, Forms forms) {
        this.desk = desk;
        this.words = words;
        this.csv = csv;
        this.wording = wording;
        this.forms = forms;
    }

    @GetMapping("/deadline")
    String page(
            @ModelAttribute("form") DeadlineForm form, Model model, HttpServletResponse response) {
        model.addAttribute("crumbs", crumbs());
        model.addAttribute("calendars", calendars());
        if (!form.asked()) {
            return "calendar/deadline";
        }
        return forms.send(
                model,
                response,
                () -> answered(desk.answer(form.question()), model),
                () -> "calendar/deadline");
    }

    @GetMapping("/deadline/days.csv")
    ResponseEntity<byte[]> download(@ModelAttribute DeadlineForm form) {
        var deadline = desk.answer(form.question()).deadline();
        var name =
                "deadline-%s-%d-%s.csv"
                        .formatted(deadline.from(), deadline.workingDays(), deadline.calendar());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(csv.write(deadline));
    }

    private String answered(DeadlineAnswer answer, Model model) {
        var deadline = answer.deadline();
        var lines = words.lines(deadline);
        model.addAttribute("answer", answer);
        model.addAttribute("deadline", deadline);
        model.addAttribute("lines", lines);
        model.addAttribute("skipped", lines.stream().filter(it -> it.number() == null).count());
        model.addAttribute(
                "assumptions", deadline.assumptions().stream().map(words::assumption).toList());
        return "calendar/deadline";
    }

    private List<Choice> calendars() {
        return List.of(calendar(CalendarCode.NX), calendar(CalendarCode.CN));
    }

    private Choice calendar(CalendarCode code) {
        return new Choice(
                code.name(),
                wording.say("calendar.code." + code),
                wording.say("calendar.code." + code + ".hint"));
    }

    private List<Crumb> crumbs() {
        return List.of(
                new Crumb(wording.say("calendar.crumb.home"), "/"),
                new Crumb(wording.say("calendar.deadline.title"), null));
    }
}
