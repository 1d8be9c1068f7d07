package org.gongkai.platform.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.gongkai.platform.calendar.CalendarDesk;
import org.gongkai.platform.calendar.YearFile;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Entering, importing and withdrawing notices (通知登记、导入、撤销): examined first, then entered. */
@Controller
class NoticePages {
    private final CalendarDesk desk;
    private final NoticeReading reading;
    private final NoticeChoices choices;
    private final Forms forms;

    NoticePages(CalendarDesk desk, NoticeReading reading, NoticeChoices choices, Forms forms) {
        this.desk = desk;
        this.reading = reading;
        this.choices = choices;
        this.forms = forms;
    }

    @GetMapping("/desk/calendar/enter")
    String form(Actor actor, Model model) {
        CalendarDesk.requireRight(actor);
        return formPage(NoticeForm.empty(), model);
    }

    @GetMapping("/desk/calendar/import")
    String importForm(Actor actor, Model model) {
        CalendarDesk.requireRight(actor);
        return importPage(ImportForm.empty(), model);
    }

    @PostMapping("/desk/calendar/examine")
    String examine(
            @ModelAttribute("form") NoticeForm form,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model, response, () -> reviewPage(actor, form, model), () -> formPage(form, model));
    }

    @PostMapping("/desk/calendar/import")
    String read(
            @ModelAttribute("form") ImportForm typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        CalendarDesk.requireRight(actor);
        if (file != null && file.getSize() > YearFile.LONGEST) {
            return forms.send(
                    model,
                    response,
                    () -> {
                        throw YearFile.tooLarge();
                    },
                    () -> importPage(typed, model));
        }
        var form = file == null || file.isEmpty() ? typed : typed.with(text(file));
        return forms.send(
                model,
                response,
                () -> reviewPage(actor, reading.form(form), model),
                () -> importPage(form, model));
    }

    @PostMapping("/desk/calendar/enter")
    String enter(
            @ModelAttribute("form") NoticeForm form,
            @RequestParam(defaultValue = "enter") String step,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        if (step.equals("mend")) {
            CalendarDesk.requireRight(actor);
            return formPage(form, model);
        }
        return forms.send(
                model, response, () -> entered(actor, form), () -> again(actor, form, model));
    }

    @PostMapping("/desk/calendar/notices/{id}/withdraw")
    String withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("reason", reason);
        return forms.send(
                model,
                response,
                () -> {
                    desk.withdraw(actor, id, reason);
                    return "redirect:/desk/calendar/notices/" + id;
                },
                () -> CalendarPages.noticePage(desk.entry(id), actor, model));
    }

    private String entered(Actor actor, NoticeForm form) {
        var fingerprint = form.fingerprint() == null ? "" : form.fingerprint();
        var notice = desk.enter(actor, reading.draft(form), fingerprint).notice();
        return "redirect:/desk/calendar?year=%d&calendar=%s&entered=%d"
                .formatted(notice.year(), notice.calendar(), notice.id());
    }

    /** Shows what would change now; where that cannot be worked out, the form. */
    private String again(Actor actor, NoticeForm form, Model model) {
        try {
            return reviewPage(actor, form, model);
        } catch (Refusal refusal) {
            if (refusal.kind() != RefusalKind.INVALID) {
                throw refusal;
            }
            return formPage(form, model);
        }
    }

    private String reviewPage(Actor actor, NoticeForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("review", desk.examine(actor, reading.draft(form)));
        model.addAttribute("words", choices.words());
        return "calendar/desk/examine";
    }

    private String formPage(NoticeForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("choices", choices);
        return "calendar/desk/enter";
    }

    private String importPage(ImportForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("choices", choices);
        return "calendar/desk/import";
    }

    private static String text(MultipartFile file) {
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
