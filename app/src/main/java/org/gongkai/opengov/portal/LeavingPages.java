package org.gongkai.opengov.portal;

import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The notice before a link leads out of the site (离开网站提示). It knows only the links of the document
 * as it is public now, so that nobody can make it lead elsewhere.
 */
@Controller
class LeavingPages {
    private final PublicRegister register;
    private final OutwardLinks links;
    private final Trails trails;
    private final Tags tags;

    LeavingPages(PublicRegister register, OutwardLinks links, Trails trails, Tags tags) {
        this.register = register;
        this.links = links;
        this.trails = trails;
        this.tags = tags;
    }

    @KeptPage
    @GetMapping("/d/{prefix}/{yearSeq}/links/{number}")
    String show(
            @PathVariable String prefix,
            @PathVariable String yearSeq,
            @PathVariable int number,
            Model model) {
        var index = IndexNumber.parse(prefix + "/" + yearSeq).orElseThrow(Refusal::notFound);
        if (!(register.at(index) instanceof PublicAnswer.Found found)) {
            throw Refusal.notFound();
        }
        var addresses = links.of(found.document().content());
        if (number < 1 || number > addresses.size()) {
            throw Refusal.notFound();
        }
        model.addAttribute("address", addresses.get(number - 1));
        model.addAttribute("listing", found.document().listing());
        model.addAttribute("crumbs", trails.toPage("portal.leaving"));
        model.addAttribute("tags", tags.ofSite());
        return "portal/leaving";
    }
}
