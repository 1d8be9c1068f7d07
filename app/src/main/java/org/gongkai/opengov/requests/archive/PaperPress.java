package org.gongkai.opengov.requests.archive;

import java.util.List;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.OfficialPaper;
import org.gongkai.platform.letters.PaperImages;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Sets a part of a case file as a paper (卷内文件排印). */
@Component
class PaperPress {
    private final Letters letters;

    PaperPress(Letters letters) {
        this.letters = letters;
    }

    /** A paper of paragraphs and tables. */
    static final class Page {
        private final String title;
        private final StringBuilder html = new StringBuilder();

        Page(String title) {
            this.title = title;
        }

        Page line(String text) {
            text.lines().forEach(it -> html.append("<p>").append(plain(it)).append("</p>"));
            return this;
        }

        /** A table; nothing when it has no rows. */
        Page table(List<String> heads, List<List<String>> rows) {
            if (rows.isEmpty()) {
                return this;
            }
            html.append("<table><thead><tr>");
            heads.forEach(
                    it -> html.append("<th scope=\"col\">").append(plain(it)).append("</th>"));
            html.append("</tr></thead><tbody>");
            for (var row : rows) {
                html.append("<tr>");
                row.forEach(
                        it ->
                                html.append("<td>")
                                        .append(plain(it).replace("\n", "<br>"))
                                        .append("</td>"));
                html.append("</tr>");
            }
            html.append("</tbody></table>");
            return this;
        }

        private static String plain(String text) {
            return HtmlUtils.htmlEscape(text);
        }
    }

    byte[] print(Page page) {
        var paper =
                new OfficialPaper(
                        OfficialPaper.Head.plain(page.title),
                        page.html.toString(),
                        List.of(),
                        OfficialPaper.Ending.none());
        return letters.officialPaper(paper, PaperImages.NONE).pdf();
    }
}
