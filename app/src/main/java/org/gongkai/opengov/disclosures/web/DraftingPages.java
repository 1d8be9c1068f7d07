package org.gongkai.opengov.disclosures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The pages on which a section writes (起草页面): begin, edit, save, send for review. */
@Controller
@RequestMapping("/desk/documents")
class DraftingPages {
    private final DraftingDesk drafting;
    private final DocumentDesk desk;
    private final Columns columns;
    private final FormChoices choices;
    private final Forms forms;

    DraftingPages(
            DraftingDesk drafting,
            DocumentDesk desk,
            Columns columns,
            FormChoices choices,
            Forms forms) {
        this.drafting = drafting;
        this.desk = desk;
        this.columns = columns;
        this.choices = choices;
        this.forms = forms;
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model, @RequestParam MultiValueMap<String, String> typed) {
        return newPage(actor, model, DocumentForm.typed(typed, List.of()));
    }

    @PostMapping
    String begin(
            Actor actor,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var form = DocumentForm.typed(typed, List.of());
        return forms.send(
                model,
                response,
                () ->
                        "redirect:/desk/documents/"
                                + drafting.begin(actor, form.input(DocumentId.create()))
                                + "/edit",
                () -> newPage(actor, model, form));
    }

    @GetMapping("/{id}/edit")
    String edit(Actor actor, @PathVariable DocumentId id, Model model) {
        var view = desk.view(actor, id);
        var column = columns.column(view.document().column()).key();
        var form = DocumentForm.of(id, view.copy().content(), column, view.document().emergency());
        model.addAttribute("problems", Problems.none());
        return editPage(actor, id, model, form, view.document().version());
    }

    @PostMapping("/{id}")
    String save(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam int version,
            @RequestParam(defaultValue = "save") String then,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var form = DocumentForm.typed(typed, attached(actor, id));
        return forms.send(
                model,
                response,
                () -> {
                    if ("submit".equals(then)) {
                        drafting.save(actor, id, version, form.input(id));
                        drafting.submit(actor, id);
                        return "redirect:/desk/documents/" + id + "?done=submitted";
                    }
                    drafting.autosave(actor, id, version, form.input(id));
                    return "redirect:/desk/documents/" + id + "?done=saved";
                },
                () -> editPage(actor, id, model, form, current(actor, id)));
    }

    @PostMapping("/{id}/autosave")
    @ResponseBody
    Map<String, Object> autosave(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = DocumentForm.typed(typed, attached(actor, id));
        drafting.autosave(actor, id, version, form.input(id));
        return Map.of("version", current(actor, id));
    }

    private List<AttachedFile> attached(Actor actor, DocumentId id) {
        return desk.view(actor, id).copy().content().attachments();
    }

    private int current(Actor actor, DocumentId id) {
        return desk.readable(actor, id).version();
    }

    private String newPage(Actor actor, Model model, DocumentForm form) {
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", Problems.none());
        }
        model.addAttribute("form", form);
        model.addAttribute("actor", actor);
        model.addAttribute("choices", choices);
        return "disclosures/new";
    }

    private String editPage(
            Actor actor, DocumentId id, Model model, DocumentForm form, int version) {
        var view = desk.view(actor, id);
        if (!view.allowedStepNames().contains("save")) {
            throw Refusal.notPossibleNow(
                    view.allowedStepNames(), "disclosures.refusal.not-editable");
        }
        model.addAttribute("form", form);
        model.addAttribute("id", id);
        model.addAttribute("version", version);
        model.addAttribute("view", view);
        model.addAttribute("actor", actor);
        model.addAttribute("choices", choices);
        return "disclosures/edit";
    }
}
