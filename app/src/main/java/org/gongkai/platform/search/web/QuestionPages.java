package org.gongkai.platform.search.web;

import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.search.QuestionDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The page of what readers asked (检索统计): read, filter, take away. */
@Controller
class QuestionPages {
    private static final String HERE = "/desk/search-questions";
    private static final int LINES = 50;
    private static final int MOST_EXPORTED = 100_000;

    private final QuestionDesk desk;
    private final Wording wording;

    QuestionPages(QuestionDesk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
    }

    @GetMapping(HERE)
    String list(@ModelAttribute("query") QuestionQuery query, Model model, Actor actor) {
        var filter = query.filter();
        var total = desk.count(actor, filter);
        var pages = Pages.of(query.number(), total, LINES, it -> query.address(HERE, it));
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("missing", filter.missing());
        model.addAttribute("lines", desk.find(actor, filter, (pages.number() - 1) * LINES, LINES));
        model.addAttribute("export", query.address(HERE + "/export.csv", 1));
        return "search/questions";
    }

    @GetMapping(HERE + "/export.csv")
    ResponseEntity<byte[]> export(@ModelAttribute QuestionQuery query, Actor actor) {
        var table =
                CsvTable.of(
                        wording.say("search.questions.question"),
                        wording.say("search.questions.asked"),
                        wording.say("search.questions.unanswered"),
                        wording.say("search.questions.opened"));
        desk.find(actor, query.filter(), 0, MOST_EXPORTED)
                .forEach(it -> table.row(it.question(), it.asked(), it.unanswered(), it.opened()));
        return table.file("search-questions.csv");
    }
}
