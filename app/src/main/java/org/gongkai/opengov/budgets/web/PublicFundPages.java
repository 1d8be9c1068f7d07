package org.gongkai.opengov.budgets.web;

import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.budgets.FundKind;
import org.gongkai.opengov.budgets.PublicBudgets;
import org.gongkai.opengov.budgets.PublicFunds;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was granted to farmers and firms, for everybody (涉农涉企资金发放公示页面). */
@Controller
class PublicFundPages {
    static final String ADDRESS = "/budgets/funds";
    static final int PER_PAGE = 50;

    private final PublicFunds funds;
    private final PublicBudgets budgets;
    private final Wording wording;

    PublicFundPages(PublicFunds funds, PublicBudgets budgets, Wording wording) {
        this.funds = funds;
        this.budgets = budgets;
        this.wording = wording;
    }

    @GetMapping(ADDRESS)
    String list(
            @ModelAttribute("asked") AskedFunds asked,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var agency = budgets.agency(asked.agency());
        var total = funds.total(agency, asked.filter());
        var here = new AskedFunds(agency.key(), asked.kind(), asked.year(), asked.words());
        var pages = Pages.of(page, total.count(), PER_PAGE, it -> here.address(ADDRESS, it));
        model.addAttribute("agency", agency);
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "payments",
                funds.list(agency, asked.filter(), (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute(
                "kinds",
                Arrays.stream(FundKind.values())
                        .map(
                                it ->
                                        Choice.of(
                                                it.slug(),
                                                wording.say("budgets.funds.kind." + it.slug())))
                        .toList());
        model.addAttribute("csv", here.address(ADDRESS + "/list.csv", 1));
        model.addAttribute("xlsx", here.address(ADDRESS + "/list.xlsx", 1));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("budgets.home"), "/"),
                        new Crumb(wording.say("budgets.public.title"), PublicBudgetPages.ADDRESS),
                        new Crumb(wording.say("budgets.funds.title"), null)));
        return "budgets/public-funds";
    }

    @GetMapping(ADDRESS + "/list.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @ModelAttribute("asked") AskedFunds asked, @PathVariable String ending) {
        return funds.table(budgets.agency(asked.agency()), asked.filter()).file("funds." + ending);
    }
}
