package org.gongkai.platform.letters;

import static org.gongkai.platform.letters.Words.word;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** An official paper as a page description for the PDF (公文版面). */
final class PaperPage {

    private static final int LARGE_MARK = 10;
    private static final int MEDIUM_MARK = 13;
    private static final int SMALL_MARK = 17;

    /** A last paragraph longer than this many signs is left to break between pages. */
    private static final int KEPT = 200;

    private final OfficialPaper paper;
    private final PaperImages images;
    private final Document page;

    private PaperPage(OfficialPaper paper, PaperImages images) {
        this.paper = paper;
        this.images = images;
        var head = paper.head();
        var number = head.documentNumber();
        this.page =
                PageDescription.titled(
                        head.title(), number == null ? head.title() : number, "paper.css");
    }

    static Document of(OfficialPaper paper, PaperImages images) {
        return new PaperPage(paper, images).build();
    }

    private Document build() {
        if (paper.head().isLetter()) {
            letterHead();
        } else {
            head();
        }
        title();
        page.body().appendChildren(PaperBody.of(paper.bodyHtml()).childNodesCopy());
        page.body().select("img").forEach(this::embed);
        var closing = closing();
        attachments(closing);
        ending(closing);
        return page;
    }

    /** The seal stands on a page with words of the body: the last ones go with it. */
    private Element closing() {
        var last = page.body().lastElementChild();
        if (paper.ending().signatory() == null
                || last == null
                || !last.is("p:not(.addressee)")
                || last.text().length() > KEPT) {
            return page.body();
        }
        last.remove();
        var closing = page.body().appendElement("div").addClass("closing");
        closing.appendChild(last);
        return closing;
    }

    private void head() {
        var head = paper.head();
        if (head.issuerMark() != null) {
            line("p", "mark " + markSize(head.issuerMark()), head.issuerMark());
        }
        line("p", "number flush", head.documentNumber());
        if (head.issuerMark() != null) {
            page.body().appendElement("div").addClass("rule");
        }
    }

    /** 信函格式, clause 10.1: what is red stands in the margins of the first page. */
    private void letterHead() {
        var mark = String.valueOf(paper.head().issuerMark());
        PageDescription.dress(page, "letter.css");
        var above = page.body().appendElement("div").addClass("letter-head");
        above.appendElement("p").attr("class", "mark " + markSize(mark)).text(mark);
        above.appendElement("div").addClass("double");
        page.body().appendElement("div").addClass("letter-foot").appendElement("div");
        line("p", "number flush", paper.head().documentNumber());
    }

    private void title() {
        var head = paper.head();
        line("h1", "title", head.title());
        line("p", "addressee", head.addressee() == null ? null : head.addressee() + "：");
    }

    private static String markSize(String mark) {
        int length = mark.length();
        return length <= LARGE_MARK
                ? "l"
                : length <= MEDIUM_MARK ? "m" : length <= SMALL_MARK ? "s" : "xs";
    }

    private void embed(Element image) {
        var alternative = image.attr("alt");
        var found = images.find(image.attr("src"));
        if (found.isEmpty()) {
            image.replaceWith(new TextNode(word("letters.paper.missing-image", alternative)));
            return;
        }
        var picture = found.get();
        image.attr("src", PageDescription.address(picture.bytes(), picture.mediaType()));
    }

    private void attachments(Element into) {
        var names = paper.attachments();
        if (names.isEmpty()) {
            return;
        }
        var list = into.appendElement("div").addClass("attachments");
        for (int i = 0; i < names.size(); i++) {
            var text = names.size() == 1 ? names.get(i) : (i + 1) + ". " + names.get(i);
            var first = i == 0 ? word("letters.paper.attachments") : "";
            var line = list.appendElement("p").text(first + text);
            if (i == 0) {
                line.addClass("first");
            }
        }
    }

    private void ending(Element into) {
        var ending = paper.ending();
        var writtenOn = ending.writtenOn();
        if (ending.signatory() != null || writtenOn != null) {
            var signed = into.appendElement("div").addClass("signed");
            if (ending.signatory() != null) {
                signed.appendElement("p").text(ending.signatory());
            }
            if (writtenOn != null) {
                signed.appendElement("p").text(ReviewFormSheet.day(writtenOn));
            }
        }
        line("p", "note", ending.note() == null ? null : "（" + ending.note() + "）");
        var imprint = ending.imprint();
        if (imprint != null) {
            imprint(imprint);
        }
    }

    private void imprint(OfficialPaper.Imprint imprint) {
        var foot = page.body().appendElement("div").addClass("imprint");
        if (!imprint.copiesTo().isEmpty()) {
            var names = String.join("，", imprint.copiesTo());
            foot.appendElement("div").addClass("first").text(word("letters.paper.copies", names));
        }
        var last = foot.appendElement("div").addClass("last");
        if (imprint.copiesTo().isEmpty()) {
            last.addClass("first");
        }
        var printed = word("letters.paper.printed-on", ReviewFormSheet.day(imprint.printedOn()));
        last.appendElement("span").addClass("right").text(printed);
        last.appendElement("span").text(imprint.printedBy());
    }

    private void line(String tag, String style, @Nullable String text) {
        if (text != null) {
            page.body().appendElement(tag).attr("class", style).text(text);
        }
    }
}
