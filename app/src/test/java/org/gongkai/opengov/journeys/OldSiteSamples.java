package org.gongkai.opengov.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A folder of an invented old site, with rows that are broken each in its own way. */
final class OldSiteSamples {
    private static final String HEAD = "原编号,原网址,标题,种类,栏目,责任科室,成文日期,发布日期,正文文件,正文,附件,条例第二十条项目";

    private static final String SETTINGS =
            """
            {"siteName": "原网站", "siteAddress": "http://old.example.gov.cn",
             "defaults": {"section": "office", "column": "key-work", "kind": "通知公告",
                          "legalGround": "《政府信息公开条例》第二十条", "article20Item": "15"}}
            """;

    private OldSiteSamples() {}

    /** What each kind of broken row does to a good one, and the column that is named for it. */
    private enum Fault {
        NO_TITLE("标题"),
        NO_DATE("发布日期"),
        WRONG_DATE("发布日期"),
        FUTURE("发布日期"),
        UNKNOWN_COLUMN("栏目"),
        UNKNOWN_SECTION("责任科室"),
        NO_FILE("正文文件"),
        OUTSIDE("附件"),
        NO_TEXT("正文"),
        WRONG_ITEM("条例第二十条项目");

        private final String column;

        Fault(String column) {
            this.column = column;
        }
    }

    /** A broken row: where it is, and what has to be mended. */
    record Broken(int row, String column) {}

    /** Writes so many rows, every {@code each}th of them broken; which. */
    static List<Broken> write(Path folder, int rows, int each) {
        try {
            Files.createDirectories(folder.resolve("html"));
            Files.writeString(folder.resolve("import.json"), SETTINGS);
            Files.writeString(folder.resolve("html/shared.html"), "<p>旧站正文文件。</p>");
            Files.writeString(folder.resolveSibling("outside.csv"), "不在导入目录里\n");
            var broken = new ArrayList<Broken>();
            var lines = new ArrayList<String>();
            lines.add(HEAD);
            for (int row = 1; row <= rows; row++) {
                if (row % each == 0) {
                    var fault = Fault.values()[row / each % Fault.values().length];
                    lines.add(line(row, fault));
                    broken.add(new Broken(row, fault.column));
                } else {
                    lines.add(line(row, null));
                }
            }
            Files.write(folder.resolve("manifest.csv"), lines);
            return broken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(int row, @org.jspecify.annotations.Nullable Fault fault) {
        var cells =
                new ArrayList<>(
                        List.of(
                                "t" + row,
                                "/xxgk/" + row % 97 + "/t" + row + ".html",
                                "第" + row + "号旧公告",
                                "",
                                "",
                                "",
                                "2018-05-%02d".formatted(1 + row % 28),
                                "2018-06-%02d 10:%02d".formatted(1 + row % 28, row % 60),
                                row % 5 == 0 ? "html/shared.html" : "",
                                row % 5 == 0 ? "" : text(row),
                                "",
                                ""));
        if (fault != null) {
            switch (fault) {
                case NO_TITLE -> cells.set(2, "");
                case NO_DATE -> cells.set(7, "");
                case WRONG_DATE -> cells.set(7, "2018-02-30");
                case FUTURE -> cells.set(7, "2099-01-01");
                case UNKNOWN_COLUMN -> cells.set(4, "没有的栏目");
                case UNKNOWN_SECTION -> cells.set(5, "没有的科室");
                case NO_FILE -> cells.set(8, "html/no-such.html");
                case OUTSIDE -> cells.set(10, "../outside.csv");
                case NO_TEXT -> {
                    cells.set(8, "");
                    cells.set(9, "");
                }
                case WRONG_ITEM -> cells.set(11, "十六");
            }
        }
        return String.join(",", cells);
    }

    private static String text(int row) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(it -> "<p>第" + row + "号公告第" + it + "段，说明河道治理和水质监测情况。</p>")
                .reduce("", String::concat);
    }
}
