package org.gongkai.opengov.redaction.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.redaction.CaseHome;
import org.gongkai.opengov.redaction.Ground;
import org.gongkai.opengov.redaction.RedactionDesk;
import org.gongkai.opengov.redaction.RedactionDesk.JobView;
import org.gongkai.opengov.redaction.ReleasedCopy.State;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The register of files to be disclosed in part, and each with its marks (区分处理台账). */
@Controller
@RequestMapping("/desk/redactions")
class RedactionPages {
    private static final int PER_PAGE = 30;
    private static final String HOME = "/desk/redactions";

    private final RedactionDesk desk;
    private final CaseHome cases;
    private final Organization organization;
    private final Wording wording;
    private final Forms forms;
    private final Clock clock;

    RedactionPages(
            RedactionDesk desk,
            CaseHome cases,
            Organization organization,
            Wording wording,
            Forms forms,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.organization = organization;
        this.wording = wording;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("problems", Problems.none());
        return listPage(actor, page, "", "", model);
    }

    @PostMapping
    String open(
            Actor actor,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:" + HOME + "/" + opened(actor, title, section, file),
                () -> listPage(actor, 1, title, section, model));
    }

    private long opened(Actor actor, String title, String section, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "redaction.field.file");
        }
        try (var content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return desk.open(actor, content, name, title, section);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String listPage(Actor actor, int page, String title, String section, Model model) {
        var pages = Pages.of(page, desk.count(actor), PER_PAGE, it -> HOME + "?page=" + it);
        model.addAttribute("jobs", desk.list(actor, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("pages", pages);
        model.addAttribute("people", organization);
        model.addAttribute("mayOpen", RedactionDesk.canOpen(actor));
        model.addAttribute("megabytes", RedactionDesk.LIMITS.megabytes());
        model.addAttribute("typedTitle", title);
        model.addAttribute("typedSection", section);
        model.addAttribute(
                "sections",
                organization.sectionsOn(actor.agency(), LocalDate.now(clock)).stream()
                        .filter(
                                it ->
                                        actor.has(Role.DISCLOSURE_OFFICE, it.id())
                                                || actor.has(Role.CLERK, it.id()))
                        .map(it -> Choice.of(it.key(), it.name()))
                        .toList());
        return "redaction/list";
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", wording.find("redaction.done." + done).orElse(null));
        return onePage(actor, id, page, MarkForm.empty(page), model);
    }

    @PostMapping("/{id}/marks")
    String mark(
            Actor actor,
            @PathVariable long id,
            @ModelAttribute MarkForm form,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.mark(actor, id, form.version(), form.entry());
                    return back(id, form.shownPage(), "marked");
                },
                () -> onePage(actor, id, form.shownPage(), form, model));
    }

    @PostMapping("/{id}/marks/{mark}/take-back")
    String takeBack(
            Actor actor,
            @PathVariable long id,
            @PathVariable long mark,
            @RequestParam(defaultValue = "1") int page) {
        desk.takeBack(actor, id, mark);
        return back(id, page, "mark-taken-back");
    }

    @PostMapping("/{id}/releases")
    String release(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.release(actor, id, version);
                    return back(id, page, "release-asked");
                },
                () -> onePage(actor, id, page, MarkForm.empty(page), model));
    }

    private static String back(long id, int page, String done) {
        return "redirect:" + HOME + "/" + id + "?page=" + page + "&done=" + done;
    }

    private String onePage(Actor actor, long id, int asked, MarkForm form, Model model) {
        var view = desk.one(actor, id);
        int shown = Math.clamp(asked, 1, view.job().pages());
        var caseKey = view.job().caseKey();
        model.addAttribute("view", view);
        model.addAttribute("home", caseKey == null ? null : cases.of(actor, caseKey).orElse(null));
        model.addAttribute(
                "ready", view.current().filter(it -> it.state() == State.DONE).isPresent());
        model.addAttribute("job", view.job());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages(view, shown));
        model.addAttribute("words", desk.words(actor, id, shown));
        model.addAttribute("people", organization);
        model.addAttribute("form", form);
        model.addAttribute(
                "grounds",
                Arrays.stream(Ground.values())
                        .map(
                                it ->
                                        Choice.of(
                                                it.slug(),
                                                wording.say("redaction.ground." + it.name())))
                        .toList());
        model.addAttribute(
                "kinds",
                List.of(
                        Choice.of("words", wording.say("redaction.form.kind.words")),
                        Choice.of("area", wording.say("redaction.form.kind.area"))));
        model.addAttribute(
                "scopes",
                List.of(
                        Choice.of("document", wording.say("redaction.form.scope.document")),
                        Choice.of("page", wording.say("redaction.form.scope.page"))));
        model.addAttribute(
                "chosenElsewhere", "yes".equals(form.elsewhere()) ? List.of("yes") : List.of());
        model.addAttribute(
                "elsewhere",
                List.of(
                        new Choice(
                                "yes",
                                wording.say("redaction.form.elsewhere"),
                                wording.say("redaction.form.elsewhere.hint"))));
        return "redaction/one";
    }

    private static Pages pages(JobView view, int shown) {
        return Pages.of(
                shown, view.job().pages(), 1, it -> HOME + "/" + view.job().id() + "?page=" + it);
    }
}
