package org.gongkai.opengov.portal;

import org.gongkai.platform.pagecache.KeptPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The accessibility statement (无障碍声明): which standard the site follows, what helps reading, what it
 * cannot do yet, whom to ask, and when this was last checked.
 *
 * <p>Law: 无障碍环境建设法 art. 32; WCAG 2.2; GB/T 37668—2019.
 */
@Controller
class AccessibilityPage {
    private final PortalSite site;
    private final Trails trails;
    private final Tags tags;

    AccessibilityPage(PortalSite site, Trails trails, Tags tags) {
        this.site = site;
        this.trails = trails;
        this.tags = tags;
    }

    @KeptPage
    @GetMapping("/accessibility")
    String show(Model model) {
        model.addAttribute("site", site.site());
        model.addAttribute("crumbs", trails.toPage("portal.accessibility"));
        model.addAttribute("tags", tags.ofSite());
        return "portal/accessibility";
    }
}
