package org.gongkai.opengov.requestclock.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongkai.opengov.requestclock.FeeMethod;
import org.gongkai.opengov.requestclock.FeeQuestion;
import org.gongkai.opengov.requestclock.PieceFee;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The calculator of fees for everybody (信息处理费测算). */
@Controller
class RequestFeePages {
    private final Wording wording;
    private final Forms forms;

    RequestFeePages(Wording wording, Forms forms) {
        this.wording = wording;
        this.forms = forms;
    }

    @GetMapping("/request-fee")
    String page(
            @ModelAttribute("form") FeeQuestion form, Model model, HttpServletResponse response) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("requestclock.crumb.home"), "/"),
                        new Crumb(wording.say("requestclock.crumb.deadline"), "/deadline"),
                        new Crumb(wording.say("requestclock.fee.title"), null)));
        if (!form.asked()) {
            return "requestclock/fee";
        }
        return forms.send(
                model, response, () -> answered(form.read(), model), () -> "requestclock/fee");
    }

    private static String answered(FeeMethod fee, Model model) {
        model.addAttribute("fee", fee);
        model.addAttribute("unit", fee instanceof PieceFee ? "piece" : "page");
        return "requestclock/fee";
    }
}
