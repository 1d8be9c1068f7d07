package org.gongkai.platform.staticsite.web;

import java.util.List;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What a copy of the site in files cannot do (静态副本说明): search, forms, lists narrowed by several
 * things at once. The files show this page there, and how to find the same without.
 */
@Controller
class StaticCopyPage {
    private final Wording wording;

    StaticCopyPage(Wording wording) {
        this.wording = wording;
    }

    @GetMapping("/static-copy")
    String show(Model model) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("staticsite.home"), "/"),
                        new Crumb(wording.say("staticsite.copy.title"), null)));
        return "staticsite/copy";
    }
}
