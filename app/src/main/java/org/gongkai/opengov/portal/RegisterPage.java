package org.gongkai.opengov.portal;

import org.gongkai.opengov.disclosures.PublicChanges;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public register of withdrawals and corrections (撤回与更正登记). */
@Controller
class RegisterPage {
    static final int PER_PAGE = 50;

    private final PublicChanges changes;
    private final Trails trails;
    private final Tags tags;

    RegisterPage(PublicChanges changes, Trails trails, Tags tags) {
        this.changes = changes;
        this.trails = trails;
        this.tags = tags;
    }

    @KeptPage
    @GetMapping("/register")
    String show(@RequestParam(defaultValue = "1") int page, Model model) {
        var pages = Pages.of(page, changes.count(), PER_PAGE, it -> "/register?page=" + it);
        var skip = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("changes", changes.newest(skip, PER_PAGE));
        model.addAttribute("pages", pages);
        model.addAttribute("crumbs", trails.toPage("portal.register"));
        model.addAttribute("tags", tags.ofSite());
        return "portal/register";
    }
}
