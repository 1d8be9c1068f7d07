package org.gongkai.platform.textcheck.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gongkai.platform.files.TextFiles;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.textcheck.WordingDesk;
import org.gongkai.platform.textcheck.wording.RuleKind;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the lists (词表): read, filter, add, retire, take away, bring back. */
@Controller
class WordingPages {
    private static final int LINES = 50;
    private static final String HOME = "redirect:/desk/wording";

    private final WordingDesk desk;
    private final WordingCsv csv;
    private final Wording wording;
    private final Forms forms;

    WordingPages(WordingDesk desk, WordingCsv csv, Wording wording, Forms forms) {
        this.desk = desk;
        this.csv = csv;
        this.wording = wording;
        this.forms = forms;
    }

    @GetMapping("/desk/wording")
    String list(@ModelAttribute("query") WordingQuery query, Model model, Actor actor) {
        model.addAttribute("form", new WordingForm(null, null, null, null, null));
        return page(query, model, actor);
    }

    private String page(WordingQuery query, Model model, Actor actor) {
        var total = desk.count(actor, query.filter());
        var pages =
                Pages.of(query.number(), total, LINES, it -> query.address("/desk/wording", it));
        model.addAttribute("query", query);
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "lines", desk.find(actor, query.filter(), (pages.number() - 1) * LINES, LINES));
        model.addAttribute("kinds", kinds());
        model.addAttribute("states", states());
        model.addAttribute("export", query.address("/desk/wording/export.csv", 1));
        return "textcheck/wording";
    }

    @PostMapping("/desk/wording")
    String add(
            @ModelAttribute("form") WordingForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after,
            Actor actor) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.add(actor, form.draft());
                    after.addFlashAttribute(
                            "said", wording.say("textcheck.list.added", form.draft().subject()));
                    return HOME;
                },
                () -> page(everything(), model, actor));
    }

    @PostMapping("/desk/wording/{id}")
    String turn(
            @PathVariable long id,
            @RequestParam boolean active,
            RedirectAttributes after,
            Actor actor) {
        desk.turn(actor, id, active);
        after.addFlashAttribute(
                "said", wording.say(active ? "textcheck.list.restored" : "textcheck.list.retired"));
        return HOME;
    }

    @PostMapping("/desk/wording/import")
    String take(
            @RequestParam("file") MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after,
            Actor actor) {
        return forms.send(
                model,
                response,
                () -> {
                    var done = desk.take(actor, csv.read(words(file)));
                    after.addFlashAttribute(
                            "said",
                            wording.say("textcheck.list.imported", done.added(), done.known()));
                    return HOME;
                },
                () -> list(everything(), model, actor));
    }

    @GetMapping("/desk/wording/export.csv")
    ResponseEntity<byte[]> export(@ModelAttribute WordingQuery query, Actor actor) {
        return csvFile(csv.write(desk.find(actor, query.filter(), 0, 100_000)));
    }

    static ResponseEntity<byte[]> csvFile(String csv) {
        return ResponseEntity.ok()
                .header("Content-Type", "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"wording.csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static WordingQuery everything() {
        return new WordingQuery(null, null, null, null);
    }

    static String words(MultipartFile file) {
        try {
            return TextFiles.decode(file.getBytes())
                    .filter(it -> !it.isBlank())
                    .orElseThrow(() -> Refusal.invalid("file", "textcheck.import.not-csv"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Choice> kinds() {
        return Arrays.stream(RuleKind.values())
                .map(it -> Choice.of(it.name(), wording.say("textcheck.kind." + it)))
                .toList();
    }

    private List<Choice> states() {
        return List.of(
                Choice.of("active", wording.say("textcheck.list.active")),
                Choice.of("retired", wording.say("textcheck.list.off")));
    }
}
