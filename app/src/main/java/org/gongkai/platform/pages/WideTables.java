package org.gongkai.platform.pages;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * The tables of a written text on a page (正文中的表格): each in a scroller of its own, so that a
 * telephone shows the text without moving sideways, and its header cells with their direction, for
 * those who listen. Templates ask it as {@code @tables}, in {@code th:with}.
 */
@Component("tables")
public class WideTables {
    private final Wording wording;

    WideTables(Wording wording) {
        this.wording = wording;
    }

    /** The text with its tables boxed; nothing else is changed. */
    public String boxed(String html) {
        var page = Jsoup.parseBodyFragment(html);
        int number = 0;
        for (var table : page.body().select("table")) {
            if (table.closest("td, th") == null) {
                number++;
                box(table, number);
                table.select("th").forEach(WideTables::direct);
            }
        }
        page.outputSettings().prettyPrint(false);
        return page.body().html();
    }

    private void box(Element table, int number) {
        var caption = table.selectFirst("caption");
        var name =
                caption == null ? wording.say("components.table.numbered", number) : caption.text();
        var box = new Element("div").addClass("table-box");
        box.appendElement("p").addClass("scroll-hint").text(wording.say("components.table.hint"));
        var scroller =
                box.appendElement("div")
                        .addClass("scroller")
                        .attr("role", "region")
                        .attr("tabindex", "0")
                        .attr("aria-label", name);
        table.replaceWith(box);
        scroller.appendChild(table);
    }

    private static void direct(Element cell) {
        if (!cell.hasAttr("scope")) {
            var row = cell.parent();
            boolean heads = row == null || row.select("> td").isEmpty();
            cell.attr("scope", heads ? "col" : "row");
        }
    }
}
