package org.gongkai.opengov.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.pagecache.KeptPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The site map for people (网站地图): every kind of page of the site on one page, in words. */
@Controller
class SiteMapPage {
    static final String PATH = "/site-map";

    private final PortalSite site;
    private final Organization organization;
    private final Trails trails;
    private final Tags tags;
    private final Clock clock;

    SiteMapPage(PortalSite site, Organization organization, Trails trails, Tags tags, Clock clock) {
        this.site = site;
        this.organization = organization;
        this.trails = trails;
        this.tags = tags;
        this.clock = clock;
    }

    /** A column with those below it. */
    public record Branch(SiteColumn column, List<SiteColumn> below) {}

    @KeptPage
    @GetMapping(PATH)
    String show(Model model) {
        var tree = site.tree();
        model.addAttribute(
                "branches", tree.openBelow(null).stream().map(it -> branch(it, tree)).toList());
        model.addAttribute("sections", sections());
        model.addAttribute("hasAgency", site.agency().isPresent());
        model.addAttribute("crumbs", trails.toPage("portal.site-map"));
        model.addAttribute("tags", tags.ofSite());
        return "portal/site-map";
    }

    private static Branch branch(SiteColumn column, ColumnTree tree) {
        var below =
                tree.branch(column.id()).stream().filter(it -> !it.equals(column.id())).toList();
        return new Branch(
                column, tree.open().stream().filter(it -> below.contains(it.id())).toList());
    }

    private List<Section> sections() {
        return site.agency().stream()
                .flatMap(it -> organization.sectionsOn(it.id(), LocalDate.now(clock)).stream())
                .toList();
    }
}
