package org.gongkai.opengov.portal;

import java.util.Map;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicDocument;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.disclosures.ShortCodes;
import org.gongkai.platform.letters.QrCode;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.settings.SiteAddress;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a document (信息页), of one withdrawn, its QR code, its earlier editions. */
@Controller
class PublicDocumentPages {
    private final PublicRegister register;
    private final Columns columns;
    private final Sheets sheets;
    private final Trails trails;
    private final Tags tags;
    private final Wording wording;
    private final SiteAddress site;
    private final ShortCodes codes;

    PublicDocumentPages(
            PublicRegister register,
            Columns columns,
            Sheets sheets,
            Trails trails,
            Tags tags,
            Wording wording,
            SiteAddress site,
            ShortCodes codes) {
        this.register = register;
        this.columns = columns;
        this.sheets = sheets;
        this.trails = trails;
        this.tags = tags;
        this.wording = wording;
        this.site = site;
        this.codes = codes;
    }

    @KeptPage
    @GetMapping("/d/{prefix}/{yearSeq}")
    Object show(@PathVariable String prefix, @PathVariable String yearSeq, Model model) {
        var number = number(prefix, yearSeq);
        if (!number.toString().equals(prefix + "/" + yearSeq)) {
            return PublicColumnPages.moved(number.path());
        }
        return switch (register.at(number)) {
            case PublicAnswer.Found found -> page(found.document(), "portal/document", model);
            case PublicAnswer.Withdrawn gone -> withdrawn(gone);
            case PublicAnswer.Purged gone -> purged(gone);
            case PublicAnswer.Nothing nothing -> throw Refusal.notFound();
        };
    }

    /** The same without head, navigation and foot of the site, for paper. */
    @KeptPage
    @GetMapping("/d/{prefix}/{yearSeq}/print")
    Object print(@PathVariable String prefix, @PathVariable String yearSeq, Model model) {
        return page(found(prefix, yearSeq), "portal/print", model);
    }

    @KeptPage
    @GetMapping("/d/{prefix}/{yearSeq}/qr.svg")
    ResponseEntity<String> qr(@PathVariable String prefix, @PathVariable String yearSeq) {
        var listing = found(prefix, yearSeq).listing();
        var address = site.absolute(codes.of(listing.indexNumber()).path());
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(
                        QrCode.svg(
                                address,
                                wording.say("portal.document.qr-alternative", listing.title())));
    }

    @KeptPage
    @GetMapping("/d/{prefix}/{yearSeq}/editions/{edition}")
    String edition(
            @PathVariable String prefix,
            @PathVariable String yearSeq,
            @PathVariable int edition,
            Model model) {
        var document = found(prefix, yearSeq);
        model.addAttribute("sheet", sheets.of(document));
        model.addAttribute(
                "edition", sheets.edition(document, edition).orElseThrow(Refusal::notFound));
        model.addAttribute("crumbs", trails.through(columns.column(document.listing().column())));
        model.addAttribute("tags", tags.ofSite());
        return "portal/edition";
    }

    private String page(PublicDocument document, String template, Model model) {
        var column = columns.column(document.listing().column());
        var sheet = sheets.of(document);
        model.addAttribute("sheet", sheet);
        model.addAttribute("crumbs", trails.through(column));
        model.addAttribute(
                "shortAddress", site.absolute(codes.of(document.listing().indexNumber()).path()));
        model.addAttribute("tags", tags.of(document, column, sheet.agency(), sheet.source()));
        return template;
    }

    /** Of one whose content was purged. */
    ModelAndView purged(PublicAnswer.Purged gone) {
        return new ModelAndView(
                "portal/purged",
                Map.of(
                        "number",
                        gone.indexNumber().toString(),
                        "crumbs",
                        trails.toPage("portal.gone")),
                HttpStatus.GONE);
    }

    /** Of one that was withdrawn. */
    ModelAndView withdrawn(PublicAnswer.Withdrawn gone) {
        return new ModelAndView(
                "portal/withdrawn",
                Map.of("gone", gone, "crumbs", trails.toPage("portal.gone")),
                HttpStatus.GONE);
    }

    private PublicDocument found(String prefix, String yearSeq) {
        if (register.at(number(prefix, yearSeq)) instanceof PublicAnswer.Found found) {
            return found.document();
        }
        throw Refusal.notFound();
    }

    private static IndexNumber number(String prefix, String yearSeq) {
        return IndexNumber.parse(prefix + "/" + yearSeq).orElseThrow(Refusal::notFound);
    }
}
