package org.gongkai.opengov.requests.templates.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.requests.letters.LetterField;
import org.gongkai.opengov.requests.letters.TemplateSet;
import org.gongkai.opengov.requests.templates.TemplateDesk;
import org.gongkai.opengov.requests.templates.TemplateDesk.PartEntry;
import org.gongkai.platform.files.TextFiles;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.PaperImages;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Letter templates (依申请公开文书模板): each part with its preview, the whole set, its versions. */
@Controller
@RequestMapping(TemplatePages.ADDRESS)
class TemplatePages {
    static final String ADDRESS = "/desk/requests/templates";
    private static final int PER_PAGE = 20;

    private final TemplateDesk desk;
    private final Letters letters;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    TemplatePages(
            TemplateDesk desk,
            Letters letters,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.letters = letters;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String all(
            Actor actor,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String saved,
            Model model) {
        var current = desk.current(actor);
        var total = desk.count(actor);
        var pages = Pages.of(page, total, PER_PAGE, it -> ADDRESS + "?page=" + it);
        var parts = TemplatePart.all(current.set());
        model.addAttribute("current", current);
        model.addAttribute("letters", parts.stream().filter(TemplatePart::letter).toList());
        model.addAttribute("answers", parts.stream().filter(it -> !it.letter()).toList());
        model.addAttribute("mayWrite", TemplateDesk.canWrite(actor));
        model.addAttribute("versions", desk.list(actor, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("pages", pages);
        model.addAttribute("people", organization);
        model.addAttribute(
                "done",
                saved.isEmpty() ? null : wording.say("requests.templates.saved", current.number()));
        return "requests/templates";
    }

    @GetMapping("/parts/{slug}")
    String part(Actor actor, @PathVariable String slug, Model model) {
        model.addAttribute("problems", Problems.none());
        var current = desk.current(actor);
        var template = current.set().part(key(slug)).orElseThrow(Refusal::notFound);
        return partPage(
                actor,
                slug,
                new PartEntry(
                        current.number(),
                        template.title(),
                        template.addressee(),
                        String.join("\n", template.lines()),
                        ""),
                current.set(),
                model);
    }

    @PostMapping("/parts/{slug}")
    String change(
            Actor actor,
            @PathVariable String slug,
            @ModelAttribute("typed") PartEntry typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.change(actor, key(slug), typed);
                    return "redirect:" + ADDRESS + "?saved=yes";
                },
                () -> partPage(actor, slug, typed, null, model));
    }

    @PostMapping("/parts/{slug}/preview")
    String preview(
            Actor actor,
            @PathVariable String slug,
            @ModelAttribute("typed") PartEntry typed,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    model.addAttribute("problems", Problems.none());
                    return partPage(
                            actor, slug, typed, desk.preview(actor, key(slug), typed), model);
                },
                () -> partPage(actor, slug, typed, null, model));
    }

    /** What is wrong with the text of a part stands at its body. */
    private String partPage(
            Actor actor, String slug, PartEntry typed, @Nullable TemplateSet shown, Model model) {
        var current = desk.current(actor).set();
        var part = TemplatePart.of(current, key(slug));
        if (model.getAttribute("problems") instanceof Problems problems) {
            model.addAttribute("problems", problems.moved("text", "body"));
        }
        model.addAttribute("part", part);
        model.addAttribute("typed", typed);
        model.addAttribute("mayWrite", TemplateDesk.canWrite(actor));
        model.addAttribute(
                "fields", Arrays.stream(LetterField.values()).map(LetterField::term).toList());
        model.addAttribute(
                "preview",
                shown == null
                        ? List.of()
                        : desk.sample(actor, shown, part.key()).text().lines().toList());
        return "requests/template-part";
    }

    /** The part in force as an official paper, its fields marked. */
    @GetMapping("/parts/{slug}/preview.pdf")
    ResponseEntity<byte[]> paper(Actor actor, @PathVariable String slug) {
        var set = desk.current(actor).set();
        var pdf =
                letters.officialPaper(desk.sample(actor, set, key(slug)).paper(), PaperImages.NONE)
                        .pdf();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + slug + ".pdf\"")
                .body(pdf);
    }

    @GetMapping("/set")
    String set(Actor actor, Model model) {
        model.addAttribute("problems", Problems.none());
        var current = desk.current(actor);
        return setPage(actor, current.number(), current.set().text(), "", model);
    }

    @GetMapping("/set.txt")
    ResponseEntity<byte[]> text(Actor actor) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"letter-templates.txt\"")
                .body(desk.current(actor).set().text().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/set")
    String load(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.load(actor, version, sent(file, text), why);
                    return "redirect:" + ADDRESS + "?saved=yes";
                },
                () -> setPage(actor, version, text, why, model));
    }

    private static String sent(@Nullable MultipartFile file, String text) {
        try {
            return file == null || file.isEmpty()
                    ? text
                    : TextFiles.decode(file.getBytes())
                            .orElseThrow(
                                    () -> Refusal.invalid("file", "requests.templates.not-text"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String setPage(
            Actor actor, @Nullable Integer version, String text, String why, Model model) {
        model.addAttribute("version", version == null ? desk.current(actor).number() : version);
        model.addAttribute("text", text);
        model.addAttribute("why", why);
        model.addAttribute("mayWrite", TemplateDesk.canWrite(actor));
        return "requests/template-set";
    }

    @GetMapping("/versions/{number}")
    String version(Actor actor, @PathVariable int number, Model model) {
        model.addAttribute("problems", Problems.none());
        return versionPage(actor, number, model);
    }

    @PostMapping("/versions/{number}/restore")
    String restore(
            Actor actor, @PathVariable int number, Model model, HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.load(
                            actor,
                            null,
                            desk.version(actor, number).text(),
                            wording.say("requests.templates.restore.why", number));
                    return "redirect:" + ADDRESS + "?saved=yes";
                },
                () -> versionPage(actor, number, model));
    }

    private String versionPage(Actor actor, int number, Model model) {
        var version = desk.version(actor, number);
        model.addAttribute("version", version);
        model.addAttribute("current", desk.current(actor));
        model.addAttribute("difference", desk.change(actor, number));
        model.addAttribute("mayWrite", TemplateDesk.canWrite(actor));
        model.addAttribute("people", organization);
        return "requests/template-version";
    }

    private static String key(String slug) {
        return TemplatePart.key(slug);
    }
}
