package org.gongkai.platform.organization.web;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.organization.LeadingGroupDesk;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the public reads about the agency (机构概况): 《政府信息公开条例》 art. 20 (2); leading group and the
 * sections' disclosure lists.
 */
@Controller
@RequestMapping("/organization")
class PublicOrganizationPages {
    private final Assembly assembly;
    private final LeadingGroupDesk group;
    private final Wording wording;

    PublicOrganizationPages(Assembly assembly, LeadingGroupDesk group, Wording wording) {
        this.assembly = assembly;
        this.group = group;
        this.wording = wording;
    }

    @KeptPage
    @GetMapping
    String organization(@RequestParam @Nullable String agency, Model model) {
        var shown = assembly.agency(agency);
        model.addAttribute("agency", assembly.agency(shown));
        model.addAttribute("leaders", assembly.leaders(shown.id()));
        model.addAttribute("sections", assembly.publicSections(shown.id()));
        model.addAttribute("ownSite", assembly.agency((String) null).id().equals(shown.id()));
        crumbs(model, null);
        return "organization/public";
    }

    @KeptPage
    @GetMapping("/leading-group")
    String leadingGroup(@RequestParam @Nullable String agency, Model model) {
        var shown = assembly.agency(agency);
        model.addAttribute("agency", assembly.agency(shown));
        model.addAttribute("members", assembly.members(shown.id()));
        model.addAttribute("meetings", group.meetings(shown.id()));
        crumbs(model, "organization.public-group.heading");
        return "organization/public-group";
    }

    @KeptPage
    @GetMapping("/lists/{key}")
    String list(@PathVariable String key, @RequestParam @Nullable String agency, Model model) {
        var shown = assembly.agency(agency);
        model.addAttribute("agency", assembly.agency(shown));
        model.addAttribute("list", assembly.list(assembly.section(shown.id(), key)));
        crumbs(model, "organization.public-list.heading");
        return "organization/public-list";
    }

    private void crumbs(Model model, @Nullable String below) {
        var crumbs =
                new ArrayList<>(List.of(new Crumb(wording.say("organization.public.home"), "/")));
        var here = wording.say("organization.public.heading");
        crumbs.add(new Crumb(here, below == null ? null : "/organization"));
        if (below != null) {
            crumbs.add(new Crumb(wording.say(below), null));
        }
        model.addAttribute("crumbs", crumbs);
    }
}
