package org.gongkai.opengov.drinkingwater;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The standards that come with the program (随附标准). */
public final class WaterStandards {
    private static final List<WaterStandard> SHIPPED =
            List.of(
                    standard(
                            "GB3838-2002",
                            "《地表水环境质量标准》（GB 3838-2002）",
                            WaterStandard.Kind.SURFACE,
                            LocalDate.of(2002, 6, 1),
                            "gb3838-2002-table1",
                            "gb3838-2002-table2",
                            "gb3838-2002-table3"),
                    standard(
                            "GB/T14848-2017",
                            "《地下水质量标准》（GB/T 14848-2017）",
                            WaterStandard.Kind.GROUND,
                            LocalDate.of(2018, 5, 1),
                            "gbt14848-2017-table1",
                            "gbt14848-2017-table2"));

    /** Older editions, which judge nothing until an agency takes one over (ADR 0298). */
    private static final List<WaterStandard> OLDER =
            List.of(
                    standard(
                            "GB/T14848-93",
                            "《地下水质量标准》（GB/T 14848-93）",
                            WaterStandard.Kind.GROUND,
                            LocalDate.of(1994, 10, 1),
                            "gbt14848-93-table1"));

    private WaterStandards() {}

    /** All of them. */
    public static List<WaterStandard> shipped() {
        return SHIPPED;
    }

    /** Older editions that an agency may take over for samples of their time. */
    public static List<WaterStandard> older() {
        return OLDER;
    }

    /** The older edition cited so. */
    public static Optional<WaterStandard> olderCited(String code) {
        var plain = plain(code);
        return OLDER.stream().filter(it -> plain(it.code()).equals(plain)).findFirst();
    }

    /** The one cited so; spaces and dashes do not matter. */
    public static Optional<WaterStandard> cited(String code) {
        var plain = plain(code);
        return SHIPPED.stream().filter(it -> plain(it.code()).equals(plain)).findFirst();
    }

    private static String plain(String code) {
        return java.text.Normalizer.normalize(code, java.text.Normalizer.Form.NFKC)
                .replaceAll("[\\s—–-]", "")
                .toUpperCase(java.util.Locale.ROOT);
    }

    private static WaterStandard standard(
            String code,
            String title,
            WaterStandard.Kind kind,
            LocalDate inForce,
            String... tables) {
        var items = new ArrayList<MonitoredItem>();
        for (var each : tables) {
            items.addAll(table(each, kind));
        }
        return new WaterStandard(code, title, kind, inForce, items);
    }

    private static List<MonitoredItem> table(String name, WaterStandard.Kind kind) {
        var path = "/standards/" + name + ".csv";
        try (var file = WaterStandards.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("The table " + name + " is missing");
            }
            return StandardTable.read(new InputStreamReader(file, StandardCharsets.UTF_8), kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
