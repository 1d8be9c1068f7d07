package org.gongkai.opengov.portal;

import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicDocument;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Attachments of public documents to read without an office program (附件网页阅读), and of no others:
 * what was taken back is not found, as its files are not.
 */
@Controller
class ReadingPages {
    private final PublicRegister register;
    private final Columns columns;
    private final Readings readings;
    private final Trails trails;
    private final Tags tags;

    ReadingPages(
            PublicRegister register, Columns columns, Readings readings, Trails trails, Tags tags) {
        this.register = register;
        this.columns = columns;
        this.readings = readings;
        this.trails = trails;
        this.tags = tags;
    }

    @KeptPage
    @GetMapping("/d/{prefix}/{yearSeq}/attachments/{number:[1-9][0-9]{0,3}}/read")
    String first(
            @PathVariable String prefix,
            @PathVariable String yearSeq,
            @PathVariable int number,
            Model model) {
        return show(prefix + "/" + yearSeq, number, 1, model);
    }

    /** The further pages; the first has only one address. */
    @KeptPage
    @GetMapping(
            "/d/{prefix}/{yearSeq}/attachments/{number:[1-9][0-9]{0,3}}/read/{page:[2-9]|[1-9][0-9]{1,4}}")
    String further(
            @PathVariable String prefix,
            @PathVariable String yearSeq,
            @PathVariable int number,
            @PathVariable int page,
            Model model) {
        return show(prefix + "/" + yearSeq, number, page, model);
    }

    /** A picture of a text, by the same gate as the text. */
    @GetMapping(
            "/d/{prefix}/{yearSeq}/attachments/{number:[1-9][0-9]{0,3}}/pictures/{name:[1-9][0-9]{0,3}\\.[a-z]{3,4}}")
    ResponseEntity<byte[]> picture(
            @PathVariable String prefix,
            @PathVariable String yearSeq,
            @PathVariable int number,
            @PathVariable String name) {
        var document = found(prefix + "/" + yearSeq);
        var picture = readings.picture(document, number, name).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(picture.kind().mediaType()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(picture.bytes());
    }

    private String show(String number, int attachment, int page, Model model) {
        var document = found(number);
        var reading = readings.of(document, attachment, page).orElseThrow(Refusal::notFound);
        var column = columns.column(document.listing().column());
        model.addAttribute("reading", reading);
        model.addAttribute("listing", document.listing());
        model.addAttribute("crumbs", trails.below(column, document.listing()));
        model.addAttribute("tags", tags.ofReading(reading, document.listing()));
        return "portal/reading";
    }

    private PublicDocument found(String number) {
        var index = IndexNumber.parse(number).orElseThrow(Refusal::notFound);
        if (register.at(index) instanceof PublicAnswer.Found found
                && index.toString().equals(number)) {
            return found.document();
        }
        throw Refusal.notFound();
    }
}
