package org.gongkai.platform.files.html;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;

/**
 * Headings in order (标题层级): the first level within a body is h2 (the page's title is h1), and no
 * level is left out, as readers of screens need (WCAG 2.2, 1.3.1).
 */
final class Headings {
    private static final int FIRST = 2;
    private static final int LAST = 6;

    private Headings() {}

    static void order(Element root) {
        Deque<Integer> open = new ArrayDeque<>();
        for (Element heading : root.select("h2, h3, h4, h5, h6")) {
            var level = heading.normalName().charAt(1) - '0';
            while (!open.isEmpty() && open.peek() >= level) {
                open.pop();
            }
            var ordered = Math.min(FIRST + open.size(), LAST);
            open.push(level);
            heading.tagName("h" + ordered);
            if (heading.parent() != null && isInTable(heading)) {
                heading.tagName("p");
                open.pop();
            }
        }
    }

    private static boolean isInTable(Element heading) {
        return heading.closest("table") != null;
    }
}
