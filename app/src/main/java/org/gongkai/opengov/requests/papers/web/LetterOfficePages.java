package org.gongkai.opengov.requests.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.opengov.requests.papers.LetterOfficeDesk;
import org.gongkai.opengov.requests.papers.LetterOfficeEntry;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the agency's letters carry (文书信息). */
@Controller
class LetterOfficePages {
    static final String ADDRESS = "/desk/request-letter-office";

    private final LetterOfficeDesk desk;
    private final Forms forms;
    private final Wording wording;

    LetterOfficePages(LetterOfficeDesk desk, Forms forms, Wording wording) {
        this.desk = desk;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping(ADDRESS)
    String office(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", wording.find("requests.papers.done." + done).orElse(null));
        model.addAttribute("form", LetterOfficeEntry.of(desk.current(actor).orElse(null)));
        return "requests/letter-office";
    }

    @PostMapping(ADDRESS)
    String keep(
            Actor actor,
            @ModelAttribute("form") LetterOfficeEntry form,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.keep(actor, form);
                    return "redirect:" + ADDRESS + "?done=office-kept";
                },
                () -> "requests/letter-office");
    }
}
