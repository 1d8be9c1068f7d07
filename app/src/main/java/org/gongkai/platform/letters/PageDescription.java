package org.gongkai.platform.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** An empty page description (版面描述) with title, language and style sheet, to be filled. */
final class PageDescription {

    private PageDescription() {}

    static Document titled(String title, String subject, String styleSheet) {
        var page = Document.createShell("");
        page.expectFirst("html").attr("lang", "zh-CN");
        page.title(title);
        meta(page, "subject", subject);
        meta(page, "description", subject);
        dress(page, styleSheet);
        return page;
    }

    /** Adds a style sheet after those that are there. */
    static void dress(Document page, String styleSheet) {
        page.head().appendElement("style").appendText(style(styleSheet));
    }

    /** An image inside the page itself. */
    static Element image(Element parent, byte[] bytes, String mediaType, String alternative) {
        return parent.appendElement("img")
                .attr("src", address(bytes, mediaType))
                .attr("alt", alternative);
    }

    /** The address of an image that carries the image in itself. */
    static String address(byte[] bytes, String mediaType) {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static void meta(Document page, String name, String content) {
        page.head().appendElement("meta").attr("name", name).attr("content", content);
    }

    private static String style(String file) {
        try (var stream = Objects.requireNonNull(PageDescription.class.getResourceAsStream(file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
