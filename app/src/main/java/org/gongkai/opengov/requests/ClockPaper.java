package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.requestclock.ClockExplanation;
import org.gongkai.platform.letters.Letter;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.OfficialPaper;
import org.gongkai.platform.letters.PaperImages;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** How a deadline was counted, as a paper (期限说明打印件), in the words of the pages. */
@Component
public class ClockPaper {
    private final Letters letters;
    private final Wording wording;
    private final ChineseDates dates;

    ClockPaper(Letters letters, Wording wording, ChineseDates dates) {
        this.letters = letters;
        this.wording = wording;
        this.dates = dates;
    }

    /**
     * The paper, as .docx and PDF.
     *
     * @param number of the request
     * @param on the day it is printed
     */
    public Letter of(String agency, String number, ClockExplanation explained, LocalDate on) {
        return letters.officialPaper(
                new OfficialPaper(
                        OfficialPaper.Head.plain(say("title")),
                        body(number, explained),
                        List.of(),
                        new OfficialPaper.Ending(agency, on, null, null)),
                PaperImages.NONE);
    }

    private String body(String number, ClockExplanation explained) {
        var body = new Element("div");
        body.appendElement("p").text(say("number", number));
        var due = explained.reading().due();
        if (due != null) {
            body.appendElement("p").text(say("due", dates.day(due)));
        }
        explained.sentences().forEach(it -> body.appendElement("p").text(it));
        list(body, "breaches", explained.breaches());
        list(body, "remarks", explained.remarks());
        if (!explained.days().isEmpty()) {
            days(body.appendElement("table"), explained.days());
        }
        body.appendElement("p").text(say("version", explained.reading().calendarVersion()));
        return body.html();
    }

    private void list(Element body, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            body.appendElement("h2").text(say(title));
            lines.forEach(it -> body.appendElement("p").text(it));
        }
    }

    private void days(Element table, List<ClockExplanation.Day> days) {
        var head = table.appendElement("thead").appendElement("tr");
        for (var it : say("columns").split(",", -1)) {
            head.appendElement("th").attr("scope", "col").text(it);
        }
        var rows = table.appendElement("tbody");
        for (var it : days) {
            var row = rows.appendElement("tr");
            row.appendElement("td").text(it.day());
            row.appendElement("td").text(it.reason());
            row.appendElement("td").text(it.count());
            row.appendElement("td").text(Objects.requireNonNullElse(it.ground(), ""));
        }
    }

    private String say(String key, Object... values) {
        return wording.say("requests.clock-paper." + key, values);
    }
}
