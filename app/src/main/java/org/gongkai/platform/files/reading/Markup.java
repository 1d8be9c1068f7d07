package org.gongkai.platform.files.reading;

import org.gongkai.platform.files.SeenText;

/** Words as markup (转义). */
final class Markup {
    private Markup() {}

    /** What is seen of {@code words}, safe between tags. */
    static String of(String words) {
        return SeenText.of(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A paragraph; nothing where there are no words. */
    static String paragraph(String words) {
        var seen = of(words.strip());
        return seen.isBlank() ? "" : "<p>" + seen + "</p>";
    }
}
