package org.gongkai.opengov.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.testing.DemoPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The real document (2021年政务公开工作要点), as a clerk enters it. */
final class KeyPoints {
    static final String TITLE = "银川市生态环境局2021年政务公开工作要点";

    private static final String FILE = "/org/gongkai/platform/letters/key-points-2021.html";

    private KeyPoints() {}

    /** What the clerk sends: the office's key points for the column 重点工作. */
    static Map<String, Object> draft() {
        return DemoPeople.notice(TITLE, bodyHtml());
    }

    /** The body with the headings of its parts and tasks. */
    static String bodyHtml() {
        return Jsoup.parseBodyFragment(published()).body().children().stream()
                .map(KeyPoints::withHeading)
                .collect(Collectors.joining("\n"));
    }

    /** What the body says, paragraph by paragraph. */
    static List<String> paragraphs() {
        return Jsoup.parseBodyFragment(published()).body().children().eachText();
    }

    private static String withHeading(Element paragraph) {
        String text = paragraph.text();
        String tag = "p";
        if (text.matches("[一二三四五]、.{2,30}")) {
            tag = "h2";
        } else if (text.matches("[1-9]\\.[^。]{2,30}")) {
            tag = "h3";
        }
        return "<%s>%s</%s>".formatted(tag, paragraph.html(), tag);
    }

    private static String published() {
        try (var file = KeyPoints.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
