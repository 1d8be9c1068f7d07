package org.gongkai.opengov.drinkingwater.basis.web;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.opengov.drinkingwater.basis.EditionDesk;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Older editions of standards, each with its whole table (旧版标准页面). */
@Controller
@RequestMapping("/desk/water/editions")
class EditionPages {
    private final EditionDesk desk;
    private final BackgroundWords words;
    private final Forms forms;
    private final Wording wording;

    EditionPages(EditionDesk desk, BackgroundWords words, Forms forms, Wording wording) {
        this.desk = desk;
        this.words = words;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done", done.isEmpty() ? null : wording.say("drinkingwater.editions.done"));
        return page(actor, "", model);
    }

    @PostMapping
    String take(
            Actor actor,
            @RequestParam(defaultValue = "") String standard,
            @RequestParam(defaultValue = "") String compared,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.take(actor, standard, compared);
                    return "redirect:/desk/water/editions?done=taken";
                },
                () -> page(actor, compared, model));
    }

    private String page(Actor actor, String compared, Model model) {
        model.addAttribute("editions", desk.list(actor));
        model.addAttribute("compared", compared);
        model.addAttribute("keeps", desk.keeps(actor));
        model.addAttribute("words", words);
        return "drinkingwater/editions";
    }
}
