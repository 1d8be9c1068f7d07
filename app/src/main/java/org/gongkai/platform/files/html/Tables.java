package org.gongkai.platform.files.html;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Tables that a screen reader can read (表格): a caption where the paragraph before is one, head
 * cells with their direction (WCAG 2.2, 1.3.1; H51, H63).
 */
final class Tables {
    private static final Pattern CAPTION =
            Pattern.compile("表\\s*[0-9一二三四五六七八九十]+(?:[-－—.][0-9]+)?[\\s:：].{1,60}");

    private Tables() {}

    static void tidy(Element root) {
        for (Element table : root.select("table")) {
            unwrapSingleParagraphs(table);
            findCaption(table);
            findHead(table);
            giveDirections(table);
        }
    }

    private static void unwrapSingleParagraphs(Element table) {
        for (Element cell : table.select("td, th")) {
            if (cell.childrenSize() == 1 && cell.childNodeSize() == 1) {
                var only = cell.child(0);
                if (only.normalName().equals("p")) {
                    if (!cell.hasAttr("class") && only.hasAttr("class")) {
                        cell.attr("class", only.attr("class"));
                    }
                    only.unwrap();
                }
            }
        }
    }

    private static void findCaption(Element table) {
        var before = table.previousElementSibling();
        var captioned =
                !table.children().isEmpty() && table.child(0).normalName().equals("caption");
        if (before != null
                && !captioned
                && before.normalName().equals("p")
                && before.select("img, a").isEmpty()
                && CAPTION.matcher(before.text()).matches()) {
            table.prependElement("caption").text(before.text());
            before.remove();
        }
    }

    /** A first row whose cells are all bold, or all head cells, is the head. */
    private static void findHead(Element table) {
        if (table.children().stream().anyMatch(it -> it.normalName().equals("thead"))) {
            return;
        }
        var body =
                table.children().stream().filter(it -> it.normalName().equals("tbody")).findFirst();
        if (body.isEmpty() || body.get().childrenSize() < 2) {
            return;
        }
        var first = body.get().child(0);
        var cells = List.copyOf(first.children());
        if (cells.size() > 1 && cells.stream().allMatch(Tables::isHead)) {
            var head = new Element("thead");
            body.get().before(head);
            head.appendChild(first);
            cells.forEach(it -> it.tagName("th"));
        }
    }

    private static boolean isHead(Element cell) {
        if (cell.hasAttr("rowspan")) {
            return false;
        }
        if (cell.normalName().equals("th")) {
            return true;
        }
        return cell.childNodeSize() == 1
                && !(cell.childNode(0) instanceof TextNode)
                && cell.child(0).normalName().equals("strong");
    }

    private static void giveDirections(Element table) {
        for (Element cell : table.select("th")) {
            var row = cell.parent();
            var inHead =
                    row != null
                            && row.parent() != null
                            && row.parent().normalName().equals("thead");
            if (inHead
                    && cell.childNodeSize() == 1
                    && cell.childrenSize() == 1
                    && cell.child(0).normalName().equals("strong")) {
                cell.child(0).unwrap();
            }
            if (!cell.hasAttr("scope")) {
                cell.attr("scope", inHead ? "col" : "row");
            }
        }
    }
}
