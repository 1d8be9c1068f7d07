package org.gongkai.opengov.inspections.tasks.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.results.Measure;
import org.gongkai.opengov.inspections.tasks.FieldDesk;
import org.gongkai.opengov.inspections.tasks.FieldDesk.Sent;
import org.gongkai.opengov.inspections.tasks.VisitSave;
import org.gongkai.opengov.inspections.tasks.VisitSheet;
import org.gongkai.platform.files.FileResponse;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The officer's pages (现场检查), made for a telephone: the day's list and the record of each
 * inspection. Without scripts they are plain forms; with them they work without a network too.
 */
@Controller
@RequestMapping("/desk/inspections/field")
class FieldPages {
    private final FieldDesk desk;
    private final FileStore files;
    private final TaskWords words;
    private final Forms forms;
    private final Wording wording;

    FieldPages(FieldDesk desk, FileStore files, TaskWords words, Forms forms, Wording wording) {
        this.desk = desk;
        this.files = files;
        this.words = words;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping("/today")
    String today(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        if (!InspectionRights.inspects(actor)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "inspections.tasks.refusal.officers");
        }
        model.addAttribute("lines", desk.day(actor));
        model.addAttribute("words", words);
        model.addAttribute("actor", actor);
        model.addAttribute(
                "done",
                done.equals("finish") ? wording.say("inspections.tasks.done.FINISH") : null);
        return "inspections/field-today";
    }

    @GetMapping("/{id}")
    String visit(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done",
                done.isEmpty()
                        ? null
                        : wording.find("inspections.tasks.kept." + done).orElse(null));
        var sheet = desk.sheet(actor, id);
        var chosen =
                from == null
                        ? null
                        : sheet.beside().stream()
                                .filter(it -> it.id() == from)
                                .findFirst()
                                .orElseThrow(Refusal::notFound);
        return page(actor, sheet, chosen, null, model);
    }

    @PostMapping("/{id}")
    String save(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var sent = sent(typed);
        return forms.send(
                model,
                response,
                () -> {
                    var kept = desk.save(actor, id, sent);
                    if (kept.finished()) {
                        return "redirect:/desk/inspections/field/today?done=finish";
                    }
                    return "redirect:/desk/inspections/field/"
                            + id
                            + "?done="
                            + (kept.beside() ? "beside" : "saved");
                },
                () -> page(actor, desk.sheet(actor, id), null, typed, model));
    }

    @PostMapping("/{id}/photos")
    String photo(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String clientId,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    try (var content = file.getInputStream()) {
                        desk.addPhoto(
                                actor,
                                id,
                                clientId,
                                question,
                                content,
                                Objects.requireNonNullElse(file.getOriginalFilename(), ""));
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                    return "redirect:/desk/inspections/field/" + id + "?done=photo#photos";
                },
                () -> page(actor, desk.sheet(actor, id), null, null, model));
    }

    @GetMapping("/{id}/photos/{photo}")
    ResponseEntity<Resource> picture(Actor actor, @PathVariable long id, @PathVariable long photo) {
        var stored = desk.photo(actor, id, photo);
        return FileResponse.shown(stored, files.path(stored.sha256()));
    }

    /** The fields of the form, apart from what the page adds for itself. */
    static Sent sent(MultiValueMap<String, String> typed) {
        var fields = new java.util.HashMap<String, List<String>>(typed);
        List.of("_csrf", "clientId", "base", "then", "madeAt").forEach(fields::remove);
        var base = typed.getFirst("base");
        return new Sent(
                typed.getFirst("clientId"),
                base != null && base.matches("[0-9]{1,6}") ? Integer.valueOf(base) : null,
                "finish".equals(typed.getFirst("then")),
                typed.getFirst("madeAt"),
                fields);
    }

    private String page(
            Actor actor,
            VisitSheet sheet,
            @Nullable VisitSave chosen,
            @Nullable MultiValueMap<String, String> typed,
            Model model) {
        var content =
                typed != null
                        ? FieldForm.typed(typed)
                        : chosen != null
                                ? FieldForm.of(chosen.content(), sheet.present())
                                : FieldForm.of(sheet.content(), sheet.present());
        model.addAttribute("sheet", sheet);
        model.addAttribute("task", sheet.view().task());
        model.addAttribute("form", content);
        model.addAttribute("words", words);
        model.addAttribute("actor", actor);
        model.addAttribute("clientId", clientId(typed));
        model.addAttribute("photoId", UUID.randomUUID().toString());
        model.addAttribute("standing", words.standing(sheet.view()));
        model.addAttribute("yesNo", yesNo());
        model.addAttribute(
                "values",
                sheet.values().stream().map(it -> Choice.of(it.code(), it.term())).toList());
        model.addAttribute("measures", measures());
        model.addAttribute(
                "photoQuestions",
                sheet.form().questions().stream()
                        .filter(it -> it.kind().name().equals("PHOTO"))
                        .map(it -> Choice.of(it.key(), it.text()))
                        .toList());
        return "inspections/field-visit";
    }

    /** A form shown again after a refusal is still the same save. */
    private static String clientId(@Nullable MultiValueMap<String, String> typed) {
        var before = typed == null ? null : typed.getFirst("clientId");
        return before == null ? UUID.randomUUID().toString() : before;
    }

    private List<Choice> yesNo() {
        return List.of("yes", "no", "not-applicable").stream()
                .map(it -> Choice.of(it, wording.say("inspections.tasks.answered." + it)))
                .toList();
    }

    private static List<Choice> measures() {
        return java.util.Arrays.stream(Measure.values())
                .map(it -> Choice.of(it.slug(), it.term()))
                .toList();
    }
}
