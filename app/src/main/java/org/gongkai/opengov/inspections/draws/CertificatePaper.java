package org.gongkai.opengov.inspections.draws;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.inspections.draws.DrawnVisits.DrawnVisit;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.OfficialPaper;
import org.gongkai.platform.letters.PaperImages;
import org.gongkai.platform.letters.QrCode;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.settings.SiteAddress;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * The paper for the door (抽查凭证): who comes to whom, about what, and the sign that shows it comes
 * out of the draw; one page, A4.
 */
@Component
class CertificatePaper {
    private static final String SIGN = "certificate.png";

    /** A sign of some four centimetres: read at arm's length, and all stays on one page. */
    private static final int PIXELS_A_MODULE = 4;

    private static final int LABEL = 22;

    private final Letters letters;
    private final Organization organization;
    private final SiteAddress site;
    private final Wording wording;
    private final ChineseDates dates;

    CertificatePaper(
            Letters letters,
            Organization organization,
            SiteAddress site,
            Wording wording,
            ChineseDates dates) {
        this.letters = letters;
        this.organization = organization;
        this.site = site;
        this.wording = wording;
        this.dates = dates;
    }

    /** The paper as PDF. */
    byte[] of(DrawStory story, DrawnVisit visit, CertificateCodes.Coded coded) {
        var drawn = story.event(DrawEvent.Kind.RESULT).orElseThrow().at();
        var day = LocalDate.ofInstant(drawn, Draws.ZONE);
        var address = site.absolute(CertificateCodes.address(coded.code()));
        var sign = new PaperImages.Picture(QrCode.of(address).toPng(PIXELS_A_MODULE), "image/png");
        return letters.officialPaper(
                        new OfficialPaper(
                                OfficialPaper.Head.plain(say("title")),
                                body(story, visit, coded, day).html(),
                                List.of(),
                                new OfficialPaper.Ending(story.agency(), day, null, null)),
                        it -> it.equals(SIGN) ? Optional.of(sign) : Optional.empty())
                .pdf();
    }

    private Element body(
            DrawStory story, DrawnVisit visit, CertificateCodes.Coded coded, LocalDate day) {
        var draw = story.draw();
        var announced = draw.announcement();
        var body = new Element("div");
        body.appendElement("p")
                .text(say("draw", story.agency(), draw.seq(), draw.title(), dates.day(day)));
        var table = body.appendElement("table");
        var columns = table.appendElement("colgroup");
        columns.appendElement("col").attr("width", LABEL + "%");
        columns.appendElement("col").attr("width", 100 - LABEL + "%");
        row(table, "unit", say("named", visit.unit().name(), visit.unit().subject()));
        if (!coded.item().title().isEmpty()) {
            row(table, "item", coded.item().title());
        }
        for (var it : visit.team()) {
            row(
                    table,
                    "officer",
                    it == null ? say("nobody") : say("named", it.name(), it.subject()));
        }
        row(
                table,
                "days",
                say("from-to", dates.day(announced.checkFrom()), dates.day(announced.checkTo())));
        row(table, "number", say("number-of", visit.t() + 1, of(story)));
        if (visit.edition() > 0) {
            row(table, "amended", say("amended-by", visit.edition()));
        }
        row(table, "address", site.absolute("/draws/certificate"));
        row(table, "code", CertificateCodes.shown(coded.code()));
        var phone = organization.agency(draw.agency()).phone();
        if (!phone.isBlank()) {
            row(table, "phone", phone);
        }
        row(table, "rights", say("rights-text"));
        body.appendElement("p").text(say("check"));
        body.appendElement("p").appendElement("img").attr("src", SIGN).attr("alt", say("sign"));
        return body;
    }

    private static int of(DrawStory story) {
        var result = story.result();
        return result == null ? 0 : result.visits();
    }

    private void row(Element table, String label, String value) {
        var row = table.appendElement("tr");
        row.appendElement("th").attr("scope", "row").text(say(label));
        row.appendElement("td").text(value);
    }

    private String say(String key, Object... values) {
        return wording.say("inspections.draw.paper." + key, values);
    }
}
