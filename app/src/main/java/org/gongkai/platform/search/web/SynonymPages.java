package org.gongkai.platform.search.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.search.SynonymDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of words that mean the same (同义词表): read, filter, try, add, switch. */
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
        var words = q.strip().substring(0, Math.min(q.strip().length(), LONGEST));
        var lines =
                desk.find(
                        actor,
                        new SynonymDesk.Filter(
                                words,
                                switch (state) {
                                    case "active" -> Boolean.TRUE;
                                    case "retired" -> Boolean.FALSE;
                                    default -> null;
                                }));
        var pages =
                Pages.of(
                        Math.max(1, page),
                        lines.size(),
                        LINES,
                        it ->
                                HERE
                                        + "?q="
                                        + URLEncoder.encode(words, StandardCharsets.UTF_8)
                                        + "&state="
                                        + URLEncoder.encode(state, StandardCharsets.UTF_8)
                                        + "&page="
                                        + it);
        int from = Math.min((pages.number() - 1) * LINES, lines.size());
        model.addAttribute("q", words);
        model.addAttribute("state", state);
        model.addAttribute("total", lines.size());
        model.addAttribute("lines", lines.subList(from, Math.min(from + LINES, lines.size())));
        model.addAttribute("pages", pages);
        model.addAttribute(
                "states",
                List.of(
                        Choice.of("active", wording.say("search.words.active")),
                        Choice.of("retired", wording.say("search.words.off"))));
        return "search/words";
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
