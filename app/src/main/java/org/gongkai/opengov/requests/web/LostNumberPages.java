package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.opengov.requests.ApplicantSearch;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a lost query number is found again at the window (找回申请编号), with the identity in hand. */
@Controller
class LostNumberPages {
    private final ApplicantSearch search;
    private final RequestChoices choices;
    private final Forms forms;

    LostNumberPages(ApplicantSearch search, RequestChoices choices, Forms forms) {
        this.search = search;
        this.choices = choices;
        this.forms = forms;
    }

    /** What was typed. */
    public record Typed(String name, String identityKind, String identityNumber, String reason) {
        @Override
        public String toString() {
            return "Typed";
        }
    }

    @GetMapping("/desk/requests/lost")
    String question(Actor actor, Model model) {
        if (!RequestRights.takesIn(actor)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.applicant");
        }
        model.addAttribute("problems", Problems.none());
        return page(new Typed("", "", "", ""), model);
    }

    @PostMapping("/desk/requests/lost")
    String find(
            Actor actor, @ModelAttribute Typed typed, Model model, HttpServletResponse response) {
        model.addAttribute("problems", Problems.none());
        return forms.send(
                model,
                response,
                () -> {
                    model.addAttribute(
                            "found",
                            search.find(
                                    actor,
                                    typed.name(),
                                    typed.identityKind(),
                                    typed.identityNumber(),
                                    typed.reason()));
                    return page(typed, model);
                },
                () -> page(typed, model));
    }

    private String page(Typed typed, Model model) {
        model.addAttribute("typed", typed);
        choices.addTo(model);
        return "requests/lost";
    }
}
