package org.gongkai.accessibility;

import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.files.ExcelSamples;
import org.gongkai.testing.files.PdfSamples;
import org.gongkai.testing.files.WordSamples;

/** Attachments that make hard pages: a wide sheet, a long text with a table, a scan. */
final class ReadFiles {
    private static final String[] ITEMS = {
        "pH值", "溶解氧", "高锰酸盐指数", "化学需氧量", "五日生化需氧量", "氨氮", "总磷", "总氮", "铜", "锌", "氟化物", "硒"
    };

    private ReadFiles() {}

    /** The three, as a document names them. */
    static List<Map<String, String>> uploaded(DemoPeople people) {
        return List.of(
                kept(people, "附件2：2021年7月饮用水水源地水质监测结果.xlsx", sheet()),
                kept(people, "附件3：监测工作方案.docx", text()),
                kept(people, "附件4：签字扫描件.pdf", scan()));
    }

    private static Map<String, String> kept(DemoPeople people, String name, byte[] bytes) {
        var kept = people.as("clerk").upload("/api/v1/files", name, bytes, Map.of());
        return Map.of("sha256", kept.expect(201).text("/sha256"), "name", name);
    }

    private static byte[] sheet() {
        return ExcelSamples.excel(
                (book, first) -> {
                    book.removeSheetAt(0);
                    var sheet = book.createSheet("监测结果");
                    sheet.createRow(0).createCell(0).setCellValue("集中式饮用水水源地水质监测结果");
                    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, ITEMS.length));
                    sheet.createRow(1).createCell(0).setCellValue("单位：毫克/升（pH值除外）");
                    var head = sheet.createRow(2);
                    head.createCell(0).setCellValue("水源地");
                    for (var it = 0; it < ITEMS.length; it++) {
                        head.createCell(it + 1).setCellValue(ITEMS[it]);
                    }
                    for (var number = 1; number <= 30; number++) {
                        var row = sheet.createRow(2 + number);
                        row.createCell(0).setCellValue("贺兰山水源地" + number + "号监测井");
                        for (var it = 0; it < ITEMS.length; it++) {
                            row.createCell(it + 1).setCellValue(0.01 * number * (it + 1));
                        }
                    }
                    book.createSheet("说明")
                            .createRow(0)
                            .createCell(0)
                            .setCellValue("监测依据：《地下水质量标准》（GB/T 14848—2017）。");
                });
    }

    private static byte[] text() {
        return WordSamples.word(
                document -> {
                    WordSamples.centred(document, "饮用水水源地水质监测工作方案", 22);
                    for (var part = 0; part < 900; part++) {
                        if (part % 60 == 0) {
                            WordSamples.add(document, "（一）第" + part / 60 + "项工作");
                        }
                        WordSamples.add(
                                document,
                                "各监测点位每月采样一次，采样、保存、运输和分析按照国家标准方法进行，全程质量控制，结果按月公开。" + part);
                    }
                    var table = document.createTable(3, 8);
                    for (var row = 0; row < 3; row++) {
                        for (var column = 0; column < 8; column++) {
                            var run =
                                    table.getRow(row)
                                            .getCell(column)
                                            .getParagraphs()
                                            .getFirst()
                                            .createRun();
                            run.setBold(row == 0);
                            run.setText(row == 0 ? "监测项目" + column : "每月一次" + row);
                        }
                    }
                });
    }

    private static byte[] scan() {
        return PdfSamples.pdf(
                (document, page, pen) -> PdfSamples.picture(document, pen, 0, 0, 612, 792));
    }
}
