package org.gongkai.opengov.siteimport.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.siteimport.ImportStep;
import org.gongkai.opengov.siteimport.SiteImportDesk;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Imports and each with its progress, what was wrong, what came in, and its approval (历史信息导入). */
@Controller
@RequestMapping("/desk/site-imports")
class ImportPages {
    static final int PER_PAGE = 30;

    private final SiteImportDesk desk;
    private final Organization organization;
    private final Columns columns;
    private final Forms forms;
    private final Wording wording;

    ImportPages(
            SiteImportDesk desk,
            Organization organization,
            Columns columns,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.organization = organization;
        this.columns = columns;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("problems", Problems.none());
        return listPage(actor, page, "", "", model);
    }

    @PostMapping
    String start(
            Actor actor,
            @RequestParam(defaultValue = "") String folder,
            @RequestParam(defaultValue = "") String dryRun,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () ->
                        "redirect:/desk/site-imports/"
                                + desk.start(actor, folder, !dryRun.equals("no")),
                () -> listPage(actor, 1, folder, dryRun, model));
    }

    private String listPage(Actor actor, int page, String folder, String dryRun, Model model) {
        var pages =
                Pages.of(page, desk.count(actor), PER_PAGE, it -> "/desk/site-imports?page=" + it);
        model.addAttribute("runs", desk.list(actor, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("pages", pages);
        model.addAttribute("mayRun", SiteImportDesk.canRun(actor));
        model.addAttribute("place", desk.place());
        model.addAttribute(
                "folders", desk.folders(actor).stream().map(it -> Choice.of(it, it)).toList());
        model.addAttribute("folder", folder);
        model.addAttribute("dryRun", dryRun.isEmpty() ? "yes" : dryRun);
        model.addAttribute(
                "modes",
                List.of(
                        Choice.of("yes", wording.say("siteimport.start.dry")),
                        Choice.of("no", wording.say("siteimport.start.real"))));
        return "siteimport/list";
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done",
                ImportStep.named(done)
                        .map(it -> wording.say("siteimport.done." + it.name()))
                        .orElse(null));
        return page(actor, id, page, "", model);
    }

    @PostMapping("/{id}/steps/{name}")
    String step(
            Actor actor,
            @PathVariable long id,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String digest,
            @RequestParam(defaultValue = "") String opinion,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        var step = ImportStep.named(name).orElseThrow(Refusal::notFound);
        return forms.send(
                model,
                response,
                () -> {
                    switch (step) {
                        case CANCEL -> desk.cancel(actor, id);
                        case RESUME -> desk.resume(actor, id);
                        case APPROVE -> desk.approve(actor, id, digest, opinion);
                        case DISCARD -> desk.discard(actor, id, reason);
                    }
                    return "redirect:/desk/site-imports/" + id + "?done=" + step.slug();
                },
                () -> page(actor, id, 1, step == ImportStep.DISCARD ? reason : opinion, model));
    }

    private String page(Actor actor, long id, int page, String typed, Model model) {
        var whole = desk.one(actor, id);
        var total = desk.countProblems(actor, id);
        model.addAttribute("wrongTotal", total);
        var pages =
                Pages.of(page, total, PER_PAGE, it -> "/desk/site-imports/" + id + "?page=" + it);
        model.addAttribute("run", whole.run());
        model.addAttribute("batch", whole.batch().orElse(null));
        model.addAttribute("allowed", whole.allowed().stream().map(ImportStep::name).toList());
        model.addAttribute(
                "wrong", desk.problems(actor, id, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("pages", pages);
        model.addAttribute("people", organization);
        model.addAttribute("typed", typed);
        return "siteimport/one";
    }

    @GetMapping("/{id}/problems.csv")
    ResponseEntity<byte[]> problems(Actor actor, @PathVariable long id) {
        var table =
                CsvTable.of(
                        wording.say("siteimport.column.row"),
                        wording.say("siteimport.column.key"),
                        wording.say("siteimport.column.field"),
                        wording.say("siteimport.column.reason"));
        desk.problems(actor, id, 0, Integer.MAX_VALUE)
                .forEach(it -> table.row(it.row(), it.sourceKey(), it.field(), it.reason()));
        return table.file("import-" + id + "-problems.csv");
    }

    @GetMapping("/{id}/records")
    String records(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean held,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var whole = desk.one(actor, id);
        var batch = whole.batch().orElseThrow(Refusal::notFound);
        var pages =
                Pages.of(
                        page,
                        held ? batch.held() : batch.records(),
                        PER_PAGE,
                        it -> "/desk/site-imports/" + id + "/records?held=" + held + "&page=" + it);
        model.addAttribute("run", whole.run());
        model.addAttribute("held", held);
        model.addAttribute("batch", batch);
        model.addAttribute("pages", pages);
        model.addAttribute("columns", columns);
        model.addAttribute("people", organization);
        model.addAttribute(
                "lines", desk.records(actor, id, held, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        return "siteimport/records";
    }
}
