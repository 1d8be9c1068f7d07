package org.gongkai.opengov.requests.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.requests.imports.CaseColumn;
import org.gongkai.opengov.requests.imports.CaseImportDesk;
import org.gongkai.opengov.requests.imports.CaseImportRun.Step;
import org.gongkai.opengov.requests.imports.CaseTable;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
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

/** Imports of cases and each with its progress and what was wrong (依申请公开案件导入). */
@Controller
@RequestMapping(CaseImportPages.ADDRESS)
class CaseImportPages {
    static final String ADDRESS = "/desk/requests/imports";
    private static final int PER_PAGE = 30;

    private final CaseImportDesk desk;
    private final CaseTable table;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    CaseImportPages(
            CaseImportDesk desk,
            CaseTable table,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.table = table;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("problems", Problems.none());
        return listPage(actor, page, "", "yes", model);
    }

    @PostMapping
    String begin(
            Actor actor,
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "yes") String dryRun,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () ->
                        "redirect:"
                                + ADDRESS
                                + "/"
                                + desk.begin(
                                        actor,
                                        system,
                                        !dryRun.equals("no"),
                                        table.read(bytes(file))),
                () -> listPage(actor, 1, system, dryRun, model));
    }

    static byte[] bytes(@Nullable MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String listPage(Actor actor, int page, String system, String dryRun, Model model) {
        var total = desk.count(actor);
        var pages = Pages.of(page, total, PER_PAGE, it -> ADDRESS + "?page=" + it);
        model.addAttribute("runs", desk.list(actor, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("people", organization);
        model.addAttribute("columns", List.of(CaseColumn.values()));
        model.addAttribute("system", system);
        model.addAttribute("dryRun", dryRun);
        model.addAttribute(
                "modes",
                List.of(
                        Choice.of("yes", wording.say("requests.import.dry")),
                        Choice.of("no", wording.say("requests.import.real"))));
        return "requests/imports";
    }

    /** An empty file with a request and its first events, to be filled in. */
    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template() {
        var table = CsvTable.of(Arrays.stream(CaseColumn.values()).map(CaseColumn::term).toArray());
        for (var line : wording.say("requests.import.sample").split("\\|", -1)) {
            table.row((Object[]) line.split(",", -1));
        }
        return table.file("requests-import.csv");
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, id, page, model);
    }

    @PostMapping("/{id}/steps/{name}")
    String step(
            Actor actor,
            @PathVariable long id,
            @PathVariable String name,
            Model model,
            HttpServletResponse response) {
        var step = Step.named(name).orElseThrow(Refusal::notFound);
        return forms.send(
                model,
                response,
                () -> {
                    desk.take(actor, id, step);
                    return "redirect:" + ADDRESS + "/" + id;
                },
                () -> page(actor, id, 1, model));
    }

    private String page(Actor actor, long id, int page, Model model) {
        var total = desk.countProblems(actor, id);
        var pages = Pages.of(page, total, PER_PAGE, it -> ADDRESS + "/" + id + "?page=" + it);
        var run = desk.one(actor, id);
        model.addAttribute("run", run);
        model.addAttribute("allowed", run.allowed().stream().map(Step::name).toList());
        model.addAttribute("wrongTotal", total);
        model.addAttribute(
                "wrong", desk.problems(actor, id, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("pages", pages);
        model.addAttribute("cases", desk.cases(actor, id, new Paging(null, Paging.MOST)).items());
        model.addAttribute("people", organization);
        return "requests/import";
    }

    @GetMapping("/{id}/problems.csv")
    ResponseEntity<byte[]> problems(Actor actor, @PathVariable long id) {
        var table =
                CsvTable.of((Object[]) wording.say("requests.import.problems-head").split(",", -1));
        desk.problems(actor, id, 0, Integer.MAX_VALUE)
                .forEach(
                        it ->
                                table.row(
                                        it.row(),
                                        it.outsideNumber(),
                                        it.event(),
                                        it.field(),
                                        it.reason()));
        return table.file("import-" + id + "-problems.csv");
    }
}
