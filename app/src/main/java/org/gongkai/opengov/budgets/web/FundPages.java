package org.gongkai.opengov.budgets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.gongkai.opengov.budgets.BudgetRights;
import org.gongkai.opengov.budgets.FundDesk;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
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

/** Lists of what was granted, each with what of it will be public (涉农涉企资金台账页面). */
@Controller
@RequestMapping(FundPages.ADDRESS)
class FundPages {
    static final String ADDRESS = "/desk/budgets/funds";
    private static final int PER_PAGE = 50;

    private final FundDesk desk;
    private final BudgetRights rights;
    private final Organization organization;
    private final Forms forms;

    FundPages(FundDesk desk, BudgetRights rights, Organization organization, Forms forms) {
        this.desk = desk;
        this.rights = rights;
        this.organization = organization;
        this.forms = forms;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        model.addAttribute("problems", Problems.none());
        return listPage(actor, before, model);
    }

    @PostMapping
    String begin(
            Actor actor,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:" + ADDRESS + "/" + begun(desk, actor, file),
                () -> listPage(actor, Long.MAX_VALUE, model));
    }

    static long begun(FundDesk desk, Actor actor, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "budgets.imports.problem.no-file");
        }
        try (var content = file.getInputStream()) {
            return desk.begin(actor, file.getOriginalFilename(), content);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
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

    @PostMapping("/{id}/steps/take")
    String take(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.take(actor, id);
                    return "redirect:" + ADDRESS + "/" + id;
                },
                () -> page(actor, id, 1, model));
    }

    @PostMapping("/{id}/steps/cancel")
    String cancel(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.cancel(actor, id);
                    return "redirect:" + ADDRESS;
                },
                () -> page(actor, id, 1, model));
    }

    @PostMapping("/{id}/draft")
    String draft(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:/desk/documents/" + desk.draft(actor, id),
                () -> page(actor, id, 1, model));
    }

    private String listPage(Actor actor, long before, Model model) {
        var batches = desk.list(actor, before, PER_PAGE + 1);
        model.addAttribute("batches", batches.stream().limit(PER_PAGE).toList());
        model.addAttribute(
                "more",
                batches.size() > PER_PAGE
                        ? ADDRESS + "?before=" + batches.get(PER_PAGE - 1).id()
                        : null);
        model.addAttribute("people", organization);
        model.addAttribute("keeps", rights.keeps(actor));
        return "budgets/funds";
    }

    private String page(Actor actor, long id, int number, Model model) {
        var batch = desk.read(actor, id);
        var pages =
                Pages.of(number, batch.lines(), PER_PAGE, it -> ADDRESS + "/" + id + "?page=" + it);
        model.addAttribute("batch", batch);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "payments", desk.payments(actor, id, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("people", organization);
        model.addAttribute("keeps", rights.keeps(actor));
        model.addAttribute("drafts", rights.drafts(actor));
        return "budgets/fund-batch";
    }
}
