package org.gongkai.platform.files.docx;

import java.util.ArrayDeque;
import java.util.Deque;

/** Opens and closes lists as items of different depth come (列表). */
final class ListWriter {
    private final StringBuilder html;
    private final Deque<String> open = new ArrayDeque<>();

    ListWriter(StringBuilder html) {
        this.html = html;
    }

    void item(Numbering.Item item, String words) {
        var name = item.bullet() ? "ul" : "ol";
        while (open.size() > item.level() + 1) {
            closeOne();
        }
        if (open.size() == item.level() + 1) {
            if (open.getFirst().equals(name)) {
                html.append("</li>");
            } else {
                closeOne();
                openOne(name, item.number());
            }
        }
        while (open.size() < item.level() + 1) {
            openOne(name, open.size() == item.level() ? item.number() : 1);
            if (open.size() < item.level() + 1) {
                html.append("<li>");
            }
        }
        html.append("<li>").append(words);
    }

    private void openOne(String name, int start) {
        html.append('<').append(name);
        if (name.equals("ol") && start != 1) {
            html.append(" start=\"").append(start).append('"');
        }
        html.append('>');
        open.push(name);
    }

    private void closeOne() {
        html.append("</li></").append(open.pop()).append('>');
    }

    void close() {
        while (!open.isEmpty()) {
            closeOne();
        }
    }
}
