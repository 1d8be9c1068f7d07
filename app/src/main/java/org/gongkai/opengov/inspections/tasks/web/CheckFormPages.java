package org.gongkai.opengov.inspections.tasks.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.tasks.CheckForm;
import org.gongkai.opengov.inspections.tasks.CheckFormDesk;
import org.gongkai.opengov.inspections.tasks.CheckFormDesk.QuestionInput;
import org.gongkai.opengov.inspections.tasks.Question;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The check forms (检查表): of each item its versions; a new one is typed, a question a line. */
@Controller
@RequestMapping("/desk/inspections/forms")
class CheckFormPages {
    private static final int PARTS = 6;

    private final CheckFormDesk desk;
    private final Forms forms;
    private final Wording wording;

    CheckFormPages(CheckFormDesk desk, Forms forms, Wording wording) {
        this.desk = desk;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String all(Actor actor, Model model) {
        model.addAttribute("items", desk.all(actor));
        return "inspections/check-forms";
    }

    @GetMapping("/{item}")
    String one(
            Actor actor,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", done.isEmpty() ? null : wording.say("inspections.forms.done"));
        return page(actor, item, null, "", model);
    }

    @PostMapping("/{item}")
    String add(
            Actor actor,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String questions,
            @RequestParam(defaultValue = "") String validFrom,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.add(actor, item, validFrom, read(questions));
                    return "redirect:/desk/inspections/forms/" + item + "?done=added";
                },
                () -> page(actor, item, questions, validFrom, model));
    }

    private String page(
            Actor actor, String item, @Nullable String questions, String validFrom, Model model) {
        var versions = desk.versions(actor, item);
        model.addAttribute("item", item);
        model.addAttribute("heading", desk.title(actor, item));
        model.addAttribute("versions", versions);
        model.addAttribute("mayAdd", InspectionRights.keeps(actor));
        model.addAttribute(
                "questions",
                Objects.requireNonNullElseGet(
                        questions, () -> versions.isEmpty() ? "" : written(versions.getFirst())));
        model.addAttribute("validFrom", validFrom);
        return "inspections/check-form";
    }

    /** Key, kind, question, unit, whether it must be answered, basis; parted by upright strokes. */
    private static String written(CheckForm form) {
        var text = new StringBuilder();
        for (var it : form.questions()) {
            text.append(
                    String.join(
                            "|",
                            it.key(),
                            slug(it.kind()),
                            it.text(),
                            Objects.requireNonNullElse(it.unit(), ""),
                            it.required() ? "1" : "0",
                            it.basis()));
            text.append('\n');
        }
        return text.toString();
    }

    private static String slug(Question.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static List<QuestionInput> read(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> it.split("[|｜]", PARTS))
                .map(
                        it ->
                                new QuestionInput(
                                        part(it, 0),
                                        part(it, 2),
                                        part(it, 1),
                                        part(it, 3),
                                        part(it, 4).equals("1"),
                                        part(it, 5)))
                .toList();
    }

    private static String part(String[] parts, int at) {
        return at < parts.length ? parts[at].strip() : "";
    }
}
