package org.gongkai.platform.letters;

import java.util.Locale;
import org.jsoup.nodes.Document;

/**
 * What a letter goes in (封装): the envelope, or a label to stick on one.
 *
 * @param to who gets it, with title
 * @param document what is in it, by number, so that it can be told apart; may be empty
 */
public record AddressedCover(
        String postcode,
        String address,
        String to,
        String from,
        String fromAddress,
        String document) {

    /** The forms in which it is printed. */
    public enum Form {
        /** An envelope DL, GB/T 1416. */
        ENVELOPE,
        /** A label of 100 by 60 mm. */
        LABEL
    }

    Document page(Form form) {
        var page =
                PageDescription.titled(to, document, form.name().toLowerCase(Locale.ROOT) + ".css");
        var body = page.body();
        body.appendElement("p").addClass("postcode").text(postcode);
        var recipient = body.appendElement("div").addClass("to");
        recipient.appendElement("p").text(address);
        recipient.appendElement("p").text(to);
        var sender = body.appendElement("div").addClass("from");
        sender.appendElement("p").text(document);
        sender.appendElement("p").text(from);
        sender.appendElement("p").text(fromAddress);
        return page;
    }
}
