package org.gongkai.opengov.requests.disclosurelog.web;

import java.util.List;
import org.gongkai.opengov.requests.disclosurelog.DisclosureLog;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers of general interest, for everybody (依申请公开选登). */
@Controller
class LogListPages {
    private static final int PER_PAGE = 30;

    private final DisclosureLog log;
    private final Wording wording;

    LogListPages(DisclosureLog log, Wording wording) {
        this.log = log;
        this.wording = wording;
    }

    @GetMapping("/requests/log")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        var all = log.all();
        var pages = Pages.of(page, all.size(), PER_PAGE, it -> "/requests/log?page=" + it);
        var from = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("lines", all.subList(from, Math.min(from + PER_PAGE, all.size())));
        model.addAttribute("total", all.size());
        model.addAttribute("pages", pages);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("requests.home"), "/"),
                        new Crumb(wording.say("requests.register.title"), "/requests/register"),
                        new Crumb(wording.say("requests.log.title"), null)));
        return "requests/log";
    }
}
