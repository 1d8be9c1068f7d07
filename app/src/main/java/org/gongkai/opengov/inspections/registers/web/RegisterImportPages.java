package org.gongkai.opengov.inspections.registers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gongkai.opengov.inspections.registers.Register;
import org.gongkai.opengov.inspections.registers.RegisterImport;
import org.gongkai.opengov.inspections.registers.RegisterImport.Difference;
import org.gongkai.opengov.inspections.registers.RegisterImport.FieldDifference;
import org.gongkai.opengov.inspections.registers.RegisterImport.Kind;
import org.gongkai.opengov.inspections.registers.RegisterImport.Step;
import org.gongkai.opengov.inspections.registers.RegisterImportDesk;
import org.gongkai.opengov.inspections.registers.RegisterWords;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports of registers, each with what it would do and what is wrong (名录导入页面). */
@Controller
@RequestMapping(RegisterImportPages.ADDRESS)
class RegisterImportPages {
    static final String ADDRESS = "/desk/inspections/imports";
    private static final int PER_PAGE = 30;

    private final RegisterImportDesk desk;
    private final RegisterTabs tabs;
    private final RegisterWords words;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    RegisterImportPages(
            RegisterImportDesk desk,
            RegisterTabs tabs,
            RegisterWords words,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.tabs = tabs;
        this.words = words;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    /** A difference in words. */
    public record Line(
            String row, List<String> names, @Nullable String link, List<String> fields) {}

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String register,
            Model model) {
        model.addAttribute("problems", Problems.none());
        return listPage(actor, page, register, model);
    }

    @PostMapping
    String begin(
            Actor actor,
            @RequestParam(defaultValue = "") String register,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:" + ADDRESS + "/" + begun(desk, actor, register, file),
                () -> listPage(actor, 1, register, model));
    }

    static long begun(
            RegisterImportDesk desk, Actor actor, String register, @Nullable MultipartFile file) {
        var of =
                Register.named(register)
                        .orElseThrow(() -> Refusal.invalid("register", "inspections.import.which"));
        var name = file == null ? null : file.getOriginalFilename();
        if (file == null || file.isEmpty() || name == null) {
            throw Refusal.invalid("file", "inspections.import.no-file");
        }
        try (var content = file.getInputStream()) {
            return desk.begin(actor, of, name, content);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String listPage(Actor actor, int page, String register, Model model) {
        var total = desk.count(actor);
        var pages = Pages.of(page, total, PER_PAGE, it -> ADDRESS + "?page=" + it);
        model.addAttribute("runs", desk.list(actor, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("tabs", tabs.of(actor, "imports"));
        model.addAttribute("people", organization);
        model.addAttribute("register", register);
        model.addAttribute(
                "registers",
                Arrays.stream(Register.values())
                        .map(
                                it ->
                                        Choice.of(
                                                it.slug(),
                                                wording.say("inspections.tab." + it.slug())))
                        .toList());
        return "inspections/registers/imports";
    }

    /** An empty file with the heads of a register. */
    @GetMapping("/template-{register:items|units|officers|recusals}.csv")
    ResponseEntity<byte[]> template(@PathVariable String register) {
        var of = Register.named(register).orElseThrow(Refusal::notFound);
        return CsvTable.of(of.fields().stream().map(it -> words.label(of, it)).toArray())
                .file("template-" + register + ".csv");
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, id, show, page, model);
    }

    @PostMapping("/{id}/steps/{name}")
    String step(
            Actor actor,
            @PathVariable long id,
            @PathVariable String name,
            Model model,
            HttpServletResponse response) {
        var step = named(name);
        return forms.send(
                model,
                response,
                () -> {
                    desk.take(actor, id, step);
                    return "redirect:" + ADDRESS + "/" + id;
                },
                () -> page(actor, id, "", 1, model));
    }

    static Step named(String slug) {
        return Arrays.stream(Step.values())
                .filter(it -> it.slug().equals(slug))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private String page(Actor actor, long id, String asked, int page, Model model) {
        var run = desk.one(actor, id);
        var show = asked.isEmpty() ? run.counts().broken() > 0 ? "broken" : "new" : asked;
        var total = total(actor, run, show);
        var pages =
                Pages.of(
                        page,
                        total,
                        PER_PAGE,
                        it -> ADDRESS + "/" + id + "?show=" + show + "&page=" + it);
        var skip = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("run", run);
        model.addAttribute("allowed", run.allowed().stream().map(Step::name).toList());
        model.addAttribute("show", show);
        model.addAttribute("choices", choices(run, show));
        model.addAttribute("pages", pages);
        model.addAttribute("people", organization);
        model.addAttribute(
                "heads",
                run.register().shown().subList(0, 2).stream()
                        .map(it -> words.label(run.register(), it))
                        .toList());
        model.addAttribute(
                "wrong",
                show.equals("broken") ? desk.problems(actor, id, skip, PER_PAGE) : List.of());
        model.addAttribute(
                "lines",
                show.equals("broken")
                        ? List.of()
                        : desk.differences(actor, id, kind(show), skip, PER_PAGE).stream()
                                .map(it -> line(run, it))
                                .toList());
        return "inspections/registers/import";
    }

    private long total(Actor actor, RegisterImport run, String show) {
        var counts = run.counts();
        return show.equals("broken")
                ? desk.countProblems(actor, run.id())
                : switch (kind(show)) {
                    case NEW -> counts.added();
                    case CHANGED -> counts.changed();
                    case MISSING -> counts.missing();
                };
    }

    private static Kind kind(String slug) {
        return Arrays.stream(Kind.values())
                .filter(it -> it.slug().equals(slug))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private List<Tab> choices(RegisterImport run, String show) {
        var counts = run.counts();
        return List.of(
                choice(run, "broken", show, counts.broken()),
                choice(run, "new", show, counts.added()),
                choice(run, "changed", show, counts.changed()),
                choice(run, "missing", show, counts.missing()));
    }

    private Tab choice(RegisterImport run, String name, String show, long count) {
        return new Tab(
                wording.say("inspections.import.show." + name),
                ADDRESS + "/" + run.id() + "?show=" + name,
                name.equals(show),
                count);
    }

    private Line line(RegisterImport run, Difference difference) {
        var entry = difference.entry();
        return new Line(
                difference.row() == 0 ? "" : Integer.toString(difference.row()),
                difference.named().stream()
                        .map(it -> said(run, it.key(), after(difference, it)))
                        .toList(),
                entry == null ? null : "/desk/inspections/" + run.register().slug() + "/" + entry,
                difference.kind() == Kind.CHANGED
                        ? difference.fields().stream().map(it -> changed(run, it)).toList()
                        : List.of());
    }

    private static String after(Difference difference, FieldDifference it) {
        return difference.kind() == Kind.NEW ? it.after() : it.before();
    }

    private String changed(RegisterImport run, FieldDifference it) {
        return wording.say(
                "inspections.one.difference",
                words.changed(run.register(), it.key()),
                said(run, it.key(), it.before()),
                said(run, it.key(), it.after()));
    }

    private String said(RegisterImport run, String key, String value) {
        return words.said(run.agency(), run.register(), key, value);
    }

    @GetMapping("/{id}/problems.csv")
    ResponseEntity<byte[]> problems(Actor actor, @PathVariable long id) {
        var table =
                CsvTable.of(
                        wording.say("inspections.import.row"),
                        wording.say("inspections.import.field"),
                        wording.say("inspections.import.why"));
        desk.problems(actor, id, 0, Integer.MAX_VALUE)
                .forEach(it -> table.row(it.row(), it.field(), it.reason()));
        return table.file(String.format(Locale.ROOT, "register-import-%d-problems.csv", id));
    }
}
