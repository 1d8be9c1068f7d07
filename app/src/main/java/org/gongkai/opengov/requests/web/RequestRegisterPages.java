package org.gongkai.opengov.requests.web;

import java.util.List;
import org.gongkai.opengov.requests.PublicRequest;
import org.gongkai.opengov.requests.PublicRequests;
import org.gongkai.opengov.requests.disclosurelog.DisclosureLog;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public register of all requests, to read and to take along (依申请公开登记). */
@Controller
class RequestRegisterPages {
    private static final int PER_PAGE = 50;

    private final PublicRequests requests;
    private final DisclosureLog log;
    private final Wording wording;

    RequestRegisterPages(PublicRequests requests, DisclosureLog log, Wording wording) {
        this.requests = requests;
        this.log = log;
        this.wording = wording;
    }

    @GetMapping("/requests/register")
    String register(@RequestParam(defaultValue = "1") int page, Model model) {
        var total = requests.count();
        var pages = Pages.of(page, total, PER_PAGE, it -> "/requests/register?page=" + it);
        var lines = requests.page((pages.number() - 1) * PER_PAGE, PER_PAGE);
        model.addAttribute("lines", lines);
        model.addAttribute("answers", log.of(lines.stream().map(PublicRequest::number).toList()));
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("requests.home"), "/"),
                        new Crumb(wording.say("requests.register.title"), null)));
        return "requests/register";
    }

    @GetMapping("/requests/register.csv")
    ResponseEntity<byte[]> table() {
        var table =
                CsvTable.of((Object[]) wording.say("requests.register.csv-head").split(",", -1));
        requests.forEach(
                it ->
                        table.row(
                                it.number(),
                                it.words(),
                                wording.say("requests.class." + it.applicantClass().name()),
                                it.arrivedOn(),
                                it.receivedOn(),
                                it.due(),
                                wording.say("requests.stage." + it.stage().name()),
                                it.answeredOn(),
                                it.workingDays(),
                                it.late() ? wording.say("requests.register.late") : "",
                                it.outcome(),
                                it.articles(),
                                it.imported() ? wording.say("requests.register.imported") : ""));
        return table.file("requests.csv");
    }
}
