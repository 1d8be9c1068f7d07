package org.gongkai.opengov.disclosures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.ImportDesk;
import org.gongkai.opengov.disclosures.PublicRelations;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** The pages on which a section writes (起草页面): begin, edit, save, send for review. */
@Controller
@RequestMapping("/desk/documents")
class DraftingPages {
    /** Fields that have another name, or several, in the form. */
    private static final Map<String, String> IN_THE_FORM =
            Map.of(
                    "disclosures.field.source-name", "sourceName",
                    "disclosures.field.source-url", "sourceUrl");

    private static final String DETACH = "detach-";

    private final DraftingDesk drafting;
    private final ImportDesk imports;
    private final DocumentDesk desk;
    private final PublicRelations relations;
    private final Columns columns;
    private final Organization organization;
    private final FormChoices choices;
    private final Forms forms;

    DraftingPages(
            DraftingDesk drafting,
            ImportDesk imports,
            DocumentDesk desk,
            PublicRelations relations,
            Columns columns,
            Organization organization,
            FormChoices choices,
            Forms forms) {
        this.drafting = drafting;
        this.imports = imports;
        this.desk = desk;
        this.relations = relations;
        this.columns = columns;
        this.organization = organization;
        this.choices = choices;
        this.forms = forms;
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model, @RequestParam MultiValueMap<String, String> typed) {
        model.addAttribute("problems", Problems.none());
        var usual = drafting.usualPlace(actor);
        var sections = choices.sections(actor);
        if (sections.isEmpty()) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "disclosures.refusal.no-section");
        }
        return newPage(actor, model, DocumentForm.typed(typed, List.of()).orElse(usual, sections));
    }

    @PostMapping
    String begin(
            Actor actor,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile word,
            Model model,
            HttpServletResponse response) {
        var form = DocumentForm.typed(typed, List.of());
        return forms.send(
                model,
                response,
                () -> "redirect:/desk/documents/" + begun(actor, form, word) + "/edit",
                () -> newPage(actor, model, form));
    }

    @GetMapping("/{id}/edit")
    String edit(Actor actor, @PathVariable DocumentId id, Model model) {
        var view = desk.view(actor, id);
        var column = columns.column(view.document().column()).key();
        var form = DocumentForm.of(id, view.copy().content(), column, view.document().emergency());
        model.addAttribute("problems", Problems.none());
        return editPage(actor, id, model, form);
    }

    @PostMapping("/{id}")
    String save(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam int version,
            @RequestParam(defaultValue = "save") String then,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile word,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        var form = DocumentForm.typed(typed, attached(actor, id));
        return forms.send(
                model,
                response,
                () -> saved(actor, id, version, then, form, word, file),
                () -> {
                    if (isStale(model)) {
                        compare(actor, id, form, model);
                    }
                    return editPage(actor, id, model, form);
                });
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

    private DocumentId begun(Actor actor, DocumentForm form, @Nullable MultipartFile word) {
        var input = form.input(DocumentId.create());
        return word == null || word.isEmpty()
                ? drafting.begin(actor, input)
                : Uploads.with("word", word, it -> imports.begin(actor, input, it));
    }

    private String saved(
            Actor actor,
            DocumentId id,
            int version,
            String then,
            DocumentForm form,
            @Nullable MultipartFile word,
            @Nullable MultipartFile file) {
        if (word != null && !word.isEmpty() || file != null && !file.isEmpty()) {
            bringIn(actor, id, version, form.input(id), word, file);
            return "redirect:/desk/documents/" + id + "/edit";
        }
        if (then.startsWith(DETACH)) {
            var kept = form.without(then.substring(DETACH.length()));
            drafting.autosave(actor, id, version, kept.input(id));
            return "redirect:/desk/documents/" + id + "/edit#attachments";
        }
        return switch (then) {
            case "submit" -> {
                drafting.save(actor, id, version, form.input(id));
                drafting.submit(actor, id);
                yield "redirect:/desk/documents/" + id + "?done=submitted";
            }
            case "word" -> throw Refusal.invalid("word", "disclosures.field.no-word-file");
            case "attach" -> throw Refusal.invalid("file", "disclosures.field.no-file");
            default -> {
                drafting.autosave(actor, id, version, form.input(id));
                yield "redirect:/desk/documents/" + id + "?done=saved";
            }
        };
    }

    /** Takes in what files were chosen, by whatever button the form was sent: none is lost. */
    private void bringIn(
            Actor actor,
            DocumentId id,
            int version,
            DocumentInput typed,
            @Nullable MultipartFile word,
            @Nullable MultipartFile file) {
        var attaching = false;
        if (file != null && !file.isEmpty()) {
            attaching = true;
            Uploads.with(
                    "file",
                    file,
                    it -> {
                        imports.attach(actor, id, version, typed, it);
                        return it.name();
                    });
        }
        if (word != null && !word.isEmpty()) {
            var next = attaching ? current(actor, id) : version;
            var rest = attaching ? null : typed;
            Uploads.with("word", word, it -> imports.replaceBody(actor, id, next, rest, it));
        }
    }

    /** Shows what the writer's own text would change in what somebody else has saved meanwhile. */
    private void compare(Actor actor, DocumentId id, DocumentForm form, Model model) {
        var copy = desk.view(actor, id).copy();
        model.addAttribute("difference", drafting.compare(actor, id, form.input(id)).orElse(null));
        model.addAttribute("editor", organization.person(copy.editedBy()).name());
        model.addAttribute("editedAt", copy.editedAt());
    }

    private List<AttachedFile> attached(Actor actor, DocumentId id) {
        return desk.view(actor, id).copy().content().attachments();
    }

    private int current(Actor actor, DocumentId id) {
        return desk.readable(actor, id).version();
    }

    private String newPage(Actor actor, Model model, DocumentForm form) {
        place(model);
        model.addAttribute("form", form);
        model.addAttribute("actor", actor);
        model.addAttribute("choices", choices);
        return "disclosures/new";
    }

    private String editPage(Actor actor, DocumentId id, Model model, DocumentForm form) {
        var view = desk.view(actor, id);
        if (!view.allowedStepNames().contains("save")) {
            throw Refusal.notPossibleNow(
                    view.allowedStepNames(), "disclosures.refusal.not-editable");
        }
        place(model);
        model.addAttribute("form", form);
        model.addAttribute("id", id);
        model.addAttribute("version", view.document().version());
        model.addAttribute("view", view);
        model.addAttribute(
                "unknown", relations.unknownIn(view.document().agency(), view.copy().content()));
        model.addAttribute("imported", imports.lastImport(actor, id).orElse(null));
        model.addAttribute("actor", actor);
        model.addAttribute("choices", choices);
        return "disclosures/edit";
    }

    private static boolean isStale(Model model) {
        return model.getAttribute("problems") instanceof Problems problems
                && problems.all().stream()
                        .anyMatch(it -> it.messageKey().equals("disclosures.refusal.stale"));
    }

    /** Moves each problem to the field of the form where it can be mended. */
    private static void place(Model model) {
        if (model.getAttribute("problems") instanceof Problems problems) {
            model.addAttribute(
                    "problems",
                    new Problems(problems.all().stream().map(DraftingPages::placed).toList()));
        }
    }

    private static FieldProblem placed(FieldProblem problem) {
        var field =
                problem.field().equals("source")
                        ? IN_THE_FORM.getOrDefault(problem.messageKey(), "origin")
                        : problem.field();
        return new FieldProblem(field, problem.messageKey(), problem.arguments());
    }
}
