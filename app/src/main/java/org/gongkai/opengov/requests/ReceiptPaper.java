package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.requests.RequestIntake.Followed;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.OfficialPaper;
import org.gongkai.platform.letters.PaperImages;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * What an applicant keeps of a request, on paper (接收回执), also in large print (大字版), 条例 art. 43:
 * number and secret, the days, what is asked. It names nobody.
 */
@Component
public class ReceiptPaper {
    private final Letters letters;
    private final Wording wording;
    private final ChineseDates dates;
    private final Clock clock;

    ReceiptPaper(Letters letters, Wording wording, ChineseDates dates, Clock clock) {
        this.letters = letters;
        this.wording = wording;
        this.dates = dates;
        this.clock = clock;
    }

    /** The receipt as PDF. */
    public byte[] of(Followed followed, String secret, boolean large) {
        var paper =
                new OfficialPaper(
                        OfficialPaper.Head.plain(say("title")),
                        body(followed, secret),
                        List.of(),
                        new OfficialPaper.Ending(
                                followed.agency(), LocalDate.now(clock), null, null));
        return large
                ? letters.largePrint(paper, PaperImages.NONE)
                : letters.officialPaper(paper, PaperImages.NONE).pdf();
    }

    private String body(Followed it, String secret) {
        var body = new Element("div");
        line(body, say("number", it.request().number()));
        line(body, say("secret", secret));
        line(body, say("arrived", dates.day(it.request().arrivedOn())));
        var due = it.clock().due();
        line(body, due == null ? say("not-received") : say("due", dates.day(due)));
        it.matters().forEach(matter -> line(body, say("matter", matter)));
        line(body, say("follow"));
        return body.html();
    }

    private static void line(Element body, String text) {
        text.lines().forEach(it -> body.appendElement("p").text(it));
    }

    private String say(String key, Object... values) {
        return wording.say("requests.receipt-paper." + key, values);
    }
}
