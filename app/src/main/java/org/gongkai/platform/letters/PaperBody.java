package org.gongkai.platform.letters;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;

/**
 * The body of an official paper (正文), its headings recognised by their numbering.
 *
 * <p>GB/T 9704—2012, 7.3.3: 一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋. A heading that begins a
 * paragraph is set in its face up to the first full stop. 第一章 and 第一条 are those of a normative
 * document.
 */
final class PaperBody {

    private static final String NUMERALS = "[一二三四五六七八九十百]+";
    private static final Pattern FIRST = Pattern.compile("^" + NUMERALS + "、.*");
    private static final Pattern SECOND = Pattern.compile("^（" + NUMERALS + "）.*");
    private static final Pattern CHAPTER = Pattern.compile("^第" + NUMERALS + "[章节][\\s\u3000].*");
    private static final Pattern ARTICLE = Pattern.compile("^第" + NUMERALS + "条(?=[\\s\u3000])");
    private static final int LONGEST_HEADING = 40;
    private static final Safelist ALLOWED =
            new Safelist()
                    .addTags("p", "h2", "h3", "h4", "h5", "ul", "ol", "li", "blockquote", "br")
                    .addTags("strong", "b", "em", "i", "u", "sub", "sup", "img", "caption")
                    .addTags("table", "thead", "tbody", "tfoot", "tr", "th", "td")
                    .addTags("colgroup", "col")
                    .addAttributes("col", "width")
                    .addAttributes("td", "colspan", "rowspan")
                    .addAttributes("th", "colspan", "rowspan", "scope")
                    .addAttributes("img", "src", "alt");

    private PaperBody() {}

    /** A new element that holds the body, ready to be set. */
    static Element of(String html) {
        var clean =
                Jsoup.parseBodyFragment(Jsoup.clean(html, "https://paper.invalid/", relative()));
        var body = clean.body();
        for (var paragraph : body.select("> p")) {
            recognise(paragraph);
        }
        body.select("table:has(> colgroup)").addClass("fixed");
        body.select("> h2, > h3, > h4, > h5").forEach(PaperBody::centreChapter);
        return body;
    }

    private static Safelist relative() {
        return new Safelist(ALLOWED).preserveRelativeLinks(true);
    }

    private static void recognise(Element paragraph) {
        var text = paragraph.text().strip();
        boolean whole = text.length() <= LONGEST_HEADING && !text.endsWith("。");
        if (CHAPTER.matcher(text).matches() && whole) {
            paragraph.tagName("h2").addClass("chapter");
        } else if (FIRST.matcher(text).matches()) {
            headingOr(paragraph, whole, "h2", "hei");
        } else if (SECOND.matcher(text).matches()) {
            headingOr(paragraph, whole, "h3", "kai");
        } else {
            var article = ARTICLE.matcher(text);
            if (article.find()) {
                dressOpening(paragraph, article.end(), "hei");
            }
        }
    }

    private static void headingOr(Element paragraph, boolean whole, String tag, String face) {
        if (whole) {
            paragraph.tagName(tag);
        } else {
            int stop = paragraph.text().strip().indexOf('。');
            if (stop > 0 && stop <= LONGEST_HEADING) {
                dressOpening(paragraph, stop + 1, face);
            }
        }
    }

    private static void dressOpening(Element paragraph, int end, String face) {
        if (paragraph.childNodeSize() > 0
                && paragraph.childNode(0) instanceof TextNode first
                && first.text().strip().length() >= end) {
            first.text(first.text().stripLeading());
            if (first.text().length() > end) {
                first.splitText(end);
            }
            first.wrap("<span class=\"" + face + "\"></span>");
        }
    }

    private static void centreChapter(Element heading) {
        if (CHAPTER.matcher(heading.text().strip()).matches()) {
            heading.addClass("chapter");
        }
    }
}
