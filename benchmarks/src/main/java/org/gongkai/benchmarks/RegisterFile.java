package org.gongkai.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/** A directory of units as another system gives it (检查对象文件): invented firms with valid codes. */
final class RegisterFile {
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final List<String> REGIONS =
            List.of("640104", "640105", "640106", "640121", "640122", "640181");
    private static final List<String> INDUSTRIES =
            List.of("2614", "2710", "3011", "1440", "8111", "4620", "7724", "5265");
    private static final List<String> HEADS =
            List.of(
                    "名称",
                    "统一社会信用代码",
                    "地址",
                    "行政区划",
                    "法定代表人",
                    "行业",
                    "排污许可管理类别",
                    "监管类别",
                    "信用风险分类",
                    "环境信用等级",
                    "经营状态",
                    "标记",
                    "列入日期");

    private final int rows;
    private final int changedEach;

    /**
     * So many firms.
     *
     * @param changedEach every so-manieth differs from the file without changes; 0 for none
     */
    RegisterFile(int rows, int changedEach) {
        this.rows = rows;
        this.changedEach = changedEach;
    }

    /** As a workbook with shared strings, as Excel writes it. */
    Path workbook(Path file) throws IOException {
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "Benchmark", null)) {
            var sheet = book.newWorksheet("检查对象名录库");
            for (var row = 0; row <= rows; row++) {
                var cells = row == 0 ? HEADS : cells(row);
                for (var column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, cells.get(column));
                }
                if (row % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
        return file;
    }

    /** As CSV in a .zip. */
    Path zip(Path file) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("units.csv"));
            for (var row = 0; row <= rows; row++) {
                var line = String.join(",", row == 0 ? HEADS : cells(row)) + "\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private List<String> cells(int row) {
        var region = REGIONS.get(row % REGIONS.size());
        var changed = changedEach > 0 && row % changedEach == 0;
        return List.of(
                "样例·宁夏第" + row + "号实业有限公司" + (changed ? "（更名）" : ""),
                code(region, row),
                "银川市样例街道" + row % 997 + "号" + row,
                region,
                "某" + row % 5_003,
                INDUSTRIES.get(row % INDUSTRIES.size()),
                row % 20 == 0 ? "重点管理" : "登记管理",
                row % 20 == 0 ? "重点" : "一般",
                changed ? "C" : "B",
                "良好",
                "在营",
                row % 3 == 0 ? "VOCs" : "",
                "2020-06-%02d".formatted(1 + row % 28));
    }

    /** A unified social credit code with both its check signs (GB 32100, GB 11714). */
    private static String code(String region, int number) {
        var organization = String.format(Locale.ROOT, "M%07d", number);
        var sum = 0;
        for (var place = 0; place < WEIGHTS.length; place++) {
            sum += WEIGHTS[place] * Character.digit(organization.charAt(place), 36);
        }
        var check = (11 - sum % 11) % 11;
        var body = "91" + region + organization + (check == 10 ? "X" : Integer.toString(check));
        var total = 0;
        var weight = 1;
        for (var place = 0; place < body.length(); place++) {
            total += SIGNS.indexOf(body.charAt(place)) * weight;
            weight = weight * 3 % SIGNS.length();
        }
        return body + SIGNS.charAt((SIGNS.length() - total % SIGNS.length()) % SIGNS.length());
    }
}
