package org.gongkai.opengov.sitechecks.web;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.opengov.sitechecks.CheckItem;
import org.gongkai.opengov.sitechecks.SiteCheckDesk;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * By what self-checks measure (自查尺度): read by everybody at the desk, set by the disclosure office.
 */
@Controller
@RequestMapping("/desk/site-checks/measure")
class MeasurePages {
    private final SiteCheckDesk desk;
    private final Forms forms;

    MeasurePages(SiteCheckDesk desk, Forms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @GetMapping
    String show(Actor actor, @RequestParam(defaultValue = "false") boolean done, Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", done);
        return page(actor, MeasureForm.of(desk.measure(actor)), model);
    }

    @PostMapping
    String set(
            Actor actor,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var form = MeasureForm.typed(typed);
        return forms.send(
                model,
                response,
                () -> {
                    desk.measure(actor, form.measure(), form.reason());
                    return "redirect:/desk/site-checks/measure?done=true";
                },
                () -> page(actor, form, model));
    }

    private String page(Actor actor, MeasureForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("items", CheckItem.values());
        model.addAttribute("maySet", SiteCheckDesk.canMeasure(actor));
        return "sitechecks/measure";
    }
}
