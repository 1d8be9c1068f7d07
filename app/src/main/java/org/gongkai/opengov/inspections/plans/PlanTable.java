package org.gongkai.opengov.inspections.plans;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Wording;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * The plan as the table that is published and exported (抽查计划表): page, workbook and CSV say the
 * same.
 */
@Component
public class PlanTable {
    private static final int[] WIDTHS = {6, 24, 22, 30, 16, 26, 16, 16, 20, 10, 20};

    private final PlanWords words;
    private final Wording wording;

    PlanTable(PlanWords words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    /** The names of the columns. */
    public List<String> head() {
        return List.of(wording.say("inspections.plans.table.head").split(",", -1));
    }

    /** A row for each line. */
    public List<List<String>> rows(PlanVersion version) {
        return version.lines().stream().map(it -> row(version, it)).toList();
    }

    private List<String> row(PlanVersion version, PlanLine it) {
        var feasibility = version.feasibility();
        return List.of(
                Integer.toString(it.position()),
                it.title(),
                words.objects(it),
                words.items(version, it),
                words.methods(it),
                words.formula(it),
                words.quarters(it.quarters()),
                it.initiator(),
                words.joint(it),
                feasibility == null ? "" : Integer.toString(feasibility.units(it.key())),
                it.note());
    }

    /** As a table in the body of a document. */
    String html(PlanVersion version) {
        var body = new Element("div");
        body.appendElement("p")
                .text(
                        wording.say(
                                "inspections.plans.paper.about",
                                version.year(),
                                words.settings(version.settings())));
        var table = body.appendElement("table");
        var head = table.appendElement("thead").appendElement("tr");
        head().forEach(it -> head.appendElement("th").text(it));
        var rows = table.appendElement("tbody");
        for (var cells : rows(version)) {
            var row = rows.appendElement("tr");
            cells.forEach(it -> row.appendElement("td").text(it));
        }
        var feasibility = Objects.requireNonNull(version.feasibility());
        body.appendElement("p")
                .text(
                        wording.say(
                                "inspections.plans.paper.counted",
                                feasibility.asOf(),
                                feasibility.units()));
        if (!version.reason().isEmpty()) {
            body.appendElement("p")
                    .text(wording.say("inspections.plans.paper.amended", version.reason()));
        }
        return body.html();
    }

    /** As a workbook. */
    public byte[] workbook(PlanVersion version) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Gongkai", null)) {
            var sheet = book.newWorksheet(wording.say("inspections.plans.table.sheet"));
            var table = new ArrayList<List<String>>();
            table.add(head());
            table.addAll(rows(version));
            for (int row = 0; row < table.size(); row++) {
                for (int column = 0; column < WIDTHS.length; column++) {
                    put(sheet, row, column, table.get(row).get(column));
                }
            }
            for (int column = 0; column < WIDTHS.length; column++) {
                sheet.width(column, WIDTHS[column]);
            }
            sheet.range(0, 0, 0, WIDTHS.length - 1).style().bold().set();
            sheet.freezePane(2, 1);
            sheet.pageOrientation("landscape");
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return out.toByteArray();
    }

    private static void put(Worksheet sheet, int row, int column, String it) {
        if (it.matches("\\d{1,9}")) {
            sheet.value(row, column, Integer.valueOf(it));
        } else {
            sheet.inlineString(row, column, it);
        }
        sheet.style(row, column).wrapText(true).verticalAlignment("top").borderStyle("thin").set();
    }

    /** As CSV. */
    public CsvTable csv(PlanVersion version) {
        var table = CsvTable.of(head().toArray());
        rows(version).forEach(it -> table.row(it.toArray()));
        return table;
    }
}
