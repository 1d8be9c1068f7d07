package org.gongkai.opengov.requests.disclosurelog.web;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.opengov.requests.disclosurelog.LogDesk;
import org.gongkai.opengov.requests.disclosurelog.LogDesk.Entry;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Prepares an answer for the disclosure log (依申请公开选登拟稿). */
@Controller
@RequestMapping("/desk/requests/{id}/disclosure-log")
class LogPages {
    private final LogDesk desk;
    private final Forms forms;

    LogPages(LogDesk desk, Forms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @GetMapping
    String prepare(Actor actor, @PathVariable long id, Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, id, null, model);
    }

    @PostMapping
    String draft(
            Actor actor,
            @PathVariable long id,
            @ModelAttribute("sent") Entry sent,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:/desk/documents/" + desk.draft(actor, id, sent),
                () -> page(actor, id, sent, model));
    }

    private String page(Actor actor, long id, @Nullable Entry sent, Model model) {
        var preparing = desk.prepare(actor, id);
        model.addAttribute("preparing", preparing);
        model.addAttribute("request", preparing.view().request());
        model.addAttribute("typed", sent == null ? preparing.proposed() : sent);
        return "requests/log-draft";
    }
}
