package org.gongkai.opengov.budgets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.gongkai.opengov.budgets.BudgetDesk;
import org.gongkai.opengov.budgets.BudgetImport;
import org.gongkai.opengov.budgets.BudgetImportDesk;
import org.gongkai.opengov.budgets.BudgetRights;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Workbooks, each with what is wrong in it and what it says (公开表导入页面). */
@Controller
@RequestMapping(BudgetPages.ADDRESS)
class BudgetImportPages {
    private final BudgetImportDesk desk;
    private final BudgetDesk budgets;
    private final BudgetRights rights;
    private final Organization organization;
    private final Forms forms;

    BudgetImportPages(
            BudgetImportDesk desk,
            BudgetDesk budgets,
            BudgetRights rights,
            Organization organization,
            Forms forms) {
        this.desk = desk;
        this.budgets = budgets;
        this.rights = rights;
        this.organization = organization;
        this.forms = forms;
    }

    @GetMapping("/{id}/imports/new")
    String form(Actor actor, @PathVariable long id, Model model) {
        rights.mustKeep(actor);
        model.addAttribute("problems", Problems.none());
        return formPage(actor, id, model);
    }

    @PostMapping("/{id}/imports")
    String begin(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:/desk/budgets/imports/" + begun(desk, actor, id, file),
                () -> formPage(actor, id, model));
    }

    static long begun(
            BudgetImportDesk desk, Actor actor, long paper, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "budgets.imports.problem.no-file");
        }
        try (var content = file.getInputStream()) {
            return desk.begin(actor, paper, file.getOriginalFilename(), content);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @GetMapping("/imports/{id}")
    String one(Actor actor, @PathVariable long id, Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, id, "", model);
    }

    @PostMapping("/imports/{id}/steps/take")
    String take(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.take(actor, id, reason);
                    return "redirect:/desk/budgets/"
                            + desk.preview(actor, id).paper().id()
                            + "?done=taken";
                },
                () -> page(actor, id, reason, model));
    }

    @PostMapping("/imports/{id}/steps/cancel")
    String cancel(Actor actor, @PathVariable long id) {
        desk.cancel(actor, id);
        return "redirect:/desk/budgets/" + desk.preview(actor, id).paper().id();
    }

    private String formPage(Actor actor, long id, Model model) {
        var paper = budgets.read(actor, id).paper();
        model.addAttribute("paper", paper);
        model.addAttribute("heading", budgets.title(paper));
        return "budgets/import-form";
    }

    private String page(Actor actor, long id, String reason, Model model) {
        var preview = desk.preview(actor, id);
        model.addAttribute("preview", preview);
        model.addAttribute("file", preview.file());
        model.addAttribute("paper", preview.paper());
        model.addAttribute("heading", budgets.title(preview.paper()));
        model.addAttribute(
                "open", preview.file().state() == BudgetImport.State.READ && rights.keeps(actor));
        model.addAttribute("people", organization);
        model.addAttribute("reason", reason);
        return "budgets/import";
    }
}
