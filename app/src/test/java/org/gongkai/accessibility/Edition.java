package org.gongkai.accessibility;

import com.microsoft.playwright.Page;
import java.util.Map;

/**
 * How a reader has set the pages (阅读设置), put on the page that is open without loading it again: the
 * attributes of the root are all that a setting is (ADR 0131).
 */
enum Edition {
    NORMAL(Map.of(), "普通版"),
    ELDER(Map.of("edition", "elder"), "长者版"),
    DARK(Map.of("scheme", "dark"), "深色"),
    BLACK_ON_WHITE(Map.of("scheme", "black-on-white"), "白底黑字"),
    YELLOW_ON_BLACK(Map.of("scheme", "yellow-on-black"), "黑底黄字"),
    TWICE(Map.of("size", "200"), "字号200%"),
    ELDER_TWICE(Map.of("edition", "elder", "size", "200"), "长者版，字号200%"),
    SPACED(Map.of("leading", "wider", "tracking", "wider"), "宽松间距");

    private static final String PUT =
            """
            (chosen) => {
              for (const name of ["edition", "scheme", "size", "leading", "tracking"]) {
                if (chosen[name]) document.documentElement.dataset[name] = chosen[name];
                else delete document.documentElement.dataset[name];
              }
              return new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => seen())));
            }
            """;

    private final Map<String, String> chosen;
    private final String label;

    Edition(Map<String, String> chosen, String label) {
        this.chosen = chosen;
        this.label = label;
    }

    /** As readers know it. */
    String label() {
        return label;
    }

    /** Sets the page that is open, at this width. */
    void put(Page page, int width) {
        page.setViewportSize(width, width < 600 ? 740 : 900);
        page.evaluate(PUT, chosen);
    }
}
