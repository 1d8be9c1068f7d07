package org.gongkai.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of an invented old site (旧站目录): generated documents, half of them with their text in a
 * file of its own, one in fifty with an attachment, some rows broken.
 */
final class OldSite {
    private static final String SETTINGS =
            """
            {"siteName": "银川市生态环境局原网站", "siteAddress": "http://old.example.gov.cn",
             "bodySelector": ".TRS_Editor",
             "defaults": {"section": "office", "legalGround": "《政府信息公开条例》第二十条",
                          "article20Item": "15"}}
            """;
    private static final List<String> FAULTS =
            List.of("", "2018-02-30", "2099-01-01", "昨天", "1970-01-01");

    private final CorpusGenerator corpus = new CorpusGenerator(1995);
    private final Path folder;

    OldSite(Path folder) {
        this.folder = folder;
    }

    /** Writes so many rows, so many of them broken at equal distances. */
    void write(int rows, int broken) throws IOException {
        Files.createDirectories(folder.resolve("attachments"));
        Files.writeString(folder.resolve("import.json"), SETTINGS);
        int every = rows / broken;
        try (var manifest =
                new PrintWriter(Files.newBufferedWriter(folder.resolve("manifest.csv")))) {
            manifest.println("原编号,原网址,标题,种类,栏目,索引号,成文日期,发布日期,正文文件,正文,附件");
            for (int row = 1; row <= rows; row++) {
                manifest.println(line(row, row % every == 0 ? row / every : 0));
            }
        }
    }

    private String line(int row, int broken) throws IOException {
        var document = corpus.document(row);
        var day = document.publishedOn().minusYears(1);
        boolean inFile = row % 2 == 0;
        return String.join(
                ",",
                "t" + row,
                "/xxgk/%tY%<tm/t%d.html".formatted(day, row),
                quoted(document.title()),
                row % 3 == 0 ? "动态信息" : "一般信息",
                Papers.column(document.topic()),
                row % 2 == 0 ? "640100-113/%tY-%05d".formatted(day, row) : "",
                day.minusDays(5).toString(),
                broken > 0 ? FAULTS.get(broken % FAULTS.size()) : day + " 09:30",
                inFile ? file(row, document.bodyHtml()) : "",
                inFile ? "" : quoted(document.bodyHtml()),
                row % 50 == 0 ? attachment(row) : "");
    }

    private String file(int row, String body) throws IOException {
        var name = "html/%03d/t%d.html".formatted(row / 1000, row);
        var file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(
                file,
                "<html><head><meta charset=\"UTF-8\"></head><body><div class=\"nav\">首页</div>"
                        + "<div class=\"TRS_Editor\">"
                        + body
                        + "</div></body></html>");
        return name;
    }

    private String attachment(int row) throws IOException {
        var name = "attachments/t" + row + ".csv";
        Files.writeString(folder.resolve(name), "断面,水质\n一号," + row + "\n");
        return name + "|监测数据.csv";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
