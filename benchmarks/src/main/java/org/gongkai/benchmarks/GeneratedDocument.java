package org.gongkai.benchmarks;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A made-up document that reads like those of an environment bureau (生成的公文).
 *
 * @param topic key of its subject, a column in {@link CorpusGenerator#TOPICS}
 * @param documentNumber 发文字号 for about one in three
 */
public record GeneratedDocument(
        int number,
        String title,
        List<String> paragraphs,
        String topic,
        String kind,
        String section,
        @Nullable String documentNumber,
        LocalDate publishedOn) {

    /** The body as plain text. */
    public String bodyText() {
        return String.join("\n", paragraphs);
    }

    /** The body as HTML. */
    public String bodyHtml() {
        return "<p>" + String.join("</p>\n<p>", paragraphs) + "</p>";
    }

    /** 640100-113/2021-00201, a number in its year. */
    public String indexNumber() {
        return "640100-113/%d-%05d".formatted(publishedOn.getYear(), number);
    }
}
