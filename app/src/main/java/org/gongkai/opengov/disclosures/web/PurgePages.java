package org.gongkai.opengov.disclosures.web;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.opengov.disclosures.PurgeDesk;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was purged, and the backups that still hold it (清除台账页面). */
@Controller
class PurgePages {
    static final int PER_PAGE = 20;

    private final PurgeDesk desk;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    PurgePages(PurgeDesk desk, Organization organization, Forms forms, Wording wording) {
        this.desk = desk;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping("/desk/purges")
    String show(
            Actor actor,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("problems", Problems.none());
        var said = "purged".equals(done) || "destroyed".equals(done) ? done : null;
        model.addAttribute("done", said == null ? null : wording.say("disclosures.purge." + said));
        return page(actor, page, "", model);
    }

    @PostMapping("/desk/backups/{id}/destroyed")
    String destroyed(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.destroyed(actor, id, note);
                    return "redirect:/desk/purges?done=destroyed";
                },
                () -> page(actor, 1, note, model));
    }

    private String page(Actor actor, int page, String note, Model model) {
        var purges = desk.purges(actor);
        var pages = Pages.of(page, purges.size(), PER_PAGE, it -> "/desk/purges?page=" + it);
        model.addAttribute(
                "purges",
                purges.stream()
                        .skip((long) (pages.number() - 1) * PER_PAGE)
                        .limit(PER_PAGE)
                        .toList());
        model.addAttribute("pages", pages);
        model.addAttribute("people", organization);
        model.addAttribute("mayDestroy", actor.has(Role.OPERATOR));
        model.addAttribute("note", note);
        return "disclosures/purges";
    }
}
