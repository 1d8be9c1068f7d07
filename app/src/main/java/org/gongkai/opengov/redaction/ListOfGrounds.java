package org.gongkai.opengov.redaction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.platform.letters.Letter;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.OfficialPaper;
import org.gongkai.platform.letters.PaperImages;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Sets the list of what was withheld as a paper that goes with the reply (区分处理清单), art. 37. */
@Component
class ListOfGrounds {
    private final Letters letters;
    private final Organization organization;
    private final Wording wording;
    private final Clock clock;

    ListOfGrounds(Letters letters, Organization organization, Wording wording, Clock clock) {
        this.letters = letters;
        this.organization = organization;
        this.wording = wording;
        this.clock = clock;
    }

    /** The list of a finished copy, as .docx and PDF. */
    Letter of(RedactionJob job, ReleasedCopy copy) {
        var ended = Objects.requireNonNullElse(copy.endedAt(), Instant.EPOCH);
        var paper =
                new OfficialPaper(
                        OfficialPaper.Head.plain(wording.say("redaction.list-of-grounds.head")),
                        body(job, copy),
                        List.of(),
                        new OfficialPaper.Ending(
                                organization.agency(job.agency()).name(),
                                LocalDate.ofInstant(ended, clock.getZone()),
                                null,
                                null));
        return letters.officialPaper(paper, PaperImages.NONE);
    }

    private String body(RedactionJob job, ReleasedCopy copy) {
        var html = new StringBuilder();
        html.append("<p>")
                .append(job.number())
                .append(wording.say("redaction.list-of-grounds.stop"))
                .append(wording.say("redaction.list-of-grounds.about"))
                .append("</p><table><thead><tr>");
        for (var head : wording.say("redaction.list-of-grounds.columns").split(",", -1)) {
            html.append("<th scope=\"col\">").append(head).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (var part : copy.parts()) {
            html.append("<tr>");
            List.of(
                            Integer.toString(part.mark()),
                            Integer.toString(part.page()),
                            wording.say(
                                    part.words() ? "redaction.kind.words" : "redaction.kind.area"),
                            Integer.toString(part.places()),
                            part.signs() == 0
                                    ? wording.say("redaction.kind.picture")
                                    : Integer.toString(part.signs()),
                            ground(part.basis()))
                    .forEach(
                            it ->
                                    html.append("<td>")
                                            .append(HtmlUtils.htmlEscape(it))
                                            .append("</td>"));
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private String ground(Basis basis) {
        var said = new StringBuilder(wording.say("redaction.ground." + basis.ground().name()));
        for (var more : List.of(basis.law(), basis.reason())) {
            if (!more.isEmpty()) {
                said.append(wording.say("redaction.list-of-grounds.semicolon")).append(more);
            }
        }
        return said.toString();
    }
}
