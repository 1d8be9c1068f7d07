package org.gongkai.platform.search.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.search.SynonymDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of words that mean the same (同义词表): read, filter, take away, try, add, switch. */
@Controller
class SynonymPages {
    private static final String HERE = "/desk/search-words";
    private static final int LINES = 50;
    private static final int LONGEST = 100;

    private final SynonymDesk desk;
    private final Forms forms;
    private final Wording wording;

    SynonymPages(SynonymDesk desk, Forms forms, Wording wording) {
        this.desk = desk;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping(HERE)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Actor actor) {
        model.addAttribute("line", "");
        return page(q, state, page, model, actor);
    }

    private String page(String q, String state, int page, Model model, Actor actor) {
        var words = words(q);
        var lines = desk.find(actor, filter(words, state));
        var pages =
                Pages.of(
                        Math.max(1, page),
                        lines.size(),
                        LINES,
                        it -> address("", words, state) + "&page=" + it);
        int from = Math.min((pages.number() - 1) * LINES, lines.size());
        model.addAttribute("q", words);
        model.addAttribute("state", state);
        model.addAttribute("total", lines.size());
        model.addAttribute("lines", lines.subList(from, Math.min(from + LINES, lines.size())));
        model.addAttribute("pages", pages);
        model.addAttribute("export", address("/export.csv", words, state));
        model.addAttribute(
                "states",
                List.of(
                        Choice.of("active", wording.say("search.words.active")),
                        Choice.of("retired", wording.say("search.words.off"))));
        return "search/words";
    }

    /** The lines that fit, to be looked through with others. */
    @GetMapping(HERE + "/export.csv")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            Actor actor) {
        var table =
                CsvTable.of(
                        wording.say("search.words.line"),
                        wording.say("search.words.source"),
                        wording.say("search.words.state"));
        desk.find(actor, filter(words(q), state))
                .forEach(
                        it ->
                                table.row(
                                        it.text(),
                                        it.shipped()
                                                ? wording.say("search.words.shipped")
                                                : it.addedBy(),
                                        wording.say(
                                                it.active()
                                                        ? "search.words.active"
                                                        : "search.words.off")));
        return table.file("search-words.csv");
    }

    private static String words(String typed) {
        return typed.strip().substring(0, Math.min(typed.strip().length(), LONGEST));
    }

    private static SynonymDesk.Filter filter(String words, String state) {
        return new SynonymDesk.Filter(
                words,
                switch (state) {
                    case "active" -> Boolean.TRUE;
                    case "retired" -> Boolean.FALSE;
                    default -> null;
                });
    }

    private static String address(String view, String words, String state) {
        return HERE
                + view
                + "?q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8)
                + "&state="
                + URLEncoder.encode(state, StandardCharsets.UTF_8);
    }

    @PostMapping(HERE)
    String add(
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "add") String step,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after,
            Actor actor) {
        model.addAttribute("line", line);
        return forms.send(
                model,
                response,
                () -> {
                    if (step.equals("preview")) {
                        model.addAttribute("effects", desk.preview(actor, line));
                        return page("", "", 1, model, actor);
                    }
                    var added = desk.add(actor, line);
                    after.addFlashAttribute(
                            "said", wording.say("search.words.added", added.text()));
                    return "redirect:" + HERE;
                },
                () -> page("", "", 1, model, actor));
    }

    @PostMapping(HERE + "/state")
    String turn(
            @RequestParam String line,
            @RequestParam boolean active,
            RedirectAttributes after,
            Actor actor) {
        desk.turn(actor, line, active);
        after.addFlashAttribute(
                "said",
                wording.say(active ? "search.words.restored" : "search.words.retired", line));
        return "redirect:" + HERE;
    }
}
