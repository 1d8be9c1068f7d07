package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.opengov.requests.SavedFilterDesk;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists that somebody keeps for themselves (常用查询). */
@Controller
@RequestMapping("/desk/requests/filters")
class SavedFilterPages {
    private final SavedFilterDesk saved;
    private final Forms forms;

    SavedFilterPages(SavedFilterDesk saved, Forms forms) {
        this.saved = saved;
        this.forms = forms;
    }

    @GetMapping
    String all(Actor actor, @RequestParam(defaultValue = "") String query, Model model) {
        model.addAttribute("problems", Problems.none());
        return all(actor, query, "", false, model);
    }

    @PostMapping
    String keep(
            Actor actor,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean first,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    saved.keep(actor, name, query, first);
                    return "redirect:/desk/requests?" + (query.isEmpty() ? "state=open" : query);
                },
                () -> all(actor, query, name, first, model));
    }

    @PostMapping("/{id}/{step}")
    String change(Actor actor, @PathVariable long id, @PathVariable String step) {
        switch (step) {
            case "first" -> saved.openWith(actor, id);
            case "not-first" -> saved.openWithNone(actor);
            case "remove" -> saved.remove(actor, id);
            default -> throw Refusal.notFound();
        }
        return "redirect:/desk/requests/filters";
    }

    private String all(Actor actor, String query, String name, boolean first, Model model) {
        model.addAttribute("saved", saved.of(actor));
        model.addAttribute("asked", query);
        model.addAttribute("name", name);
        model.addAttribute("first", first);
        return "requests/filters";
    }
}
