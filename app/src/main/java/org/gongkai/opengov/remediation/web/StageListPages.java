package org.gongkai.opengov.remediation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.opengov.remediation.RemediationRights;
import org.gongkai.opengov.remediation.StageList;
import org.gongkai.opengov.remediation.StageListDesk;
import org.gongkai.opengov.remediation.Typed;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of stages and which of them owe a published document (环节清单页面). */
@Controller
@RequestMapping(RemediationPages.DESK + "/stages")
class StageListPages {
    private final StageListDesk desk;
    private final RemediationRights rights;
    private final Forms forms;
    private final Wording wording;

    StageListPages(StageListDesk desk, RemediationRights rights, Forms forms, Wording wording) {
        this.desk = desk;
        this.rights = rights;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        var list = desk.read(actor);
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", done.isEmpty() ? null : wording.say("remediation.done.stages"));
        return page(actor, list, typed(list), (long) list.number(), model);
    }

    @PostMapping
    String change(
            Actor actor,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        var typed = new Typed(fields);
        return forms.send(
                model,
                response,
                () -> {
                    desk.change(actor, typed, version);
                    return "redirect:" + RemediationPages.DESK + "/stages?done=changed";
                },
                () -> page(actor, desk.read(actor), typed, version, model));
    }

    private String page(
            Actor actor, StageList list, Typed typed, @Nullable Long version, Model model) {
        var rows = Math.min(StageListDesk.MOST, list.kinds().size() + 2);
        model.addAttribute("list", list);
        model.addAttribute("rows", IntStream.rangeClosed(1, rows).boxed().toList());
        model.addAttribute("typed", typed);
        model.addAttribute("version", version);
        model.addAttribute("keeps", rights.keepsStages(actor));
        return "remediation/stages";
    }

    private static Typed typed(StageList list) {
        var typed = new HashMap<String, String>();
        for (var at = 0; at < list.kinds().size(); at++) {
            typed.put(at + 1 + ".name", list.kinds().get(at).name());
            typed.put(at + 1 + ".owes", list.kinds().get(at).owesDocument() ? "yes" : "");
        }
        return new Typed(typed);
    }
}
