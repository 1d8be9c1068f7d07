package org.gongkai.opengov.inspections.results.web;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.results.ConsistencyDesk;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether draws, checks and publications agree, with the cases behind each number (一致性核对). */
@Controller
@RequestMapping("/desk/inspections/consistency")
class ConsistencyPages {
    private final ConsistencyDesk desk;
    private final Forms forms;
    private final Wording wording;

    ConsistencyPages(ConsistencyDesk desk, Forms forms, Wording wording) {
        this.desk = desk;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String all(Actor actor, Model model) {
        model.addAttribute("draws", desk.all(actor));
        return "inspections/consistency";
    }

    @GetMapping("/{draw}")
    String one(
            Actor actor,
            @PathVariable long draw,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done",
                done.equals("closed") ? wording.say("inspections.consistency.closed.done") : null);
        return page(actor, draw, model);
    }

    @PostMapping("/{draw}/close")
    String close(Actor actor, @PathVariable long draw, Model model, HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.close(actor, draw);
                    return "redirect:/desk/inspections/consistency/" + draw + "?done=closed";
                },
                () -> page(actor, draw, model));
    }

    private String page(Actor actor, long draw, Model model) {
        model.addAttribute("it", desk.one(actor, draw));
        model.addAttribute("mayClose", InspectionRights.keeps(actor));
        return "inspections/consistency-draw";
    }
}
