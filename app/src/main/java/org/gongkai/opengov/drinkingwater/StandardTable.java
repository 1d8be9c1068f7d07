package org.gongkai.opengov.drinkingwater;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.platform.files.CsvRows;
import org.jspecify.annotations.Nullable;

/** Reads one table of a standard out of its file (标准数据表). */
final class StandardTable {
    private static final Pattern RANGE = Pattern.compile("([\\d.]+)-([\\d.]+)");
    private static final Pattern BANDS =
            Pattern.compile(
                    "([\\d.]+)<=pH<[\\d.]+ or [\\d.]+<pH<=([\\d.]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE = Pattern.compile(".* T(\\d)");

    private final WaterStandard.Kind kind;

    private StandardTable(WaterStandard.Kind kind) {
        this.kind = kind;
    }

    /** The items of this file, in its order. */
    static List<MonitoredItem> read(Reader file, WaterStandard.Kind kind) throws IOException {
        var table = new StandardTable(kind);
        var rows = new CsvRows(file);
        var names = rows.next().orElseThrow(() -> new IOException("A table without a header"));
        var items = new ArrayList<MonitoredItem>();
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            items.add(table.item(new Row(names, row.get())));
        }
        return items;
    }

    private MonitoredItem item(Row row) {
        var table = TABLE.matcher(row.get("table"));
        if (!table.matches()) {
            throw new IllegalArgumentException("Not the name of a table: " + row.get("table"));
        }
        return new MonitoredItem(
                row.get("code"),
                row.get("item_zh"),
                row.get("item_en"),
                row.get("unit"),
                Integer.parseInt(table.group(1)),
                Integer.parseInt(row.get("seq")),
                body(row.get("scope")),
                limits(row),
                row.get("note").contains("优选特定项目"),
                certainty(row.get("certainty")),
                kind == WaterStandard.Kind.SURFACE && row.get("limit").isEmpty()
                        ? Rounding.ofSurfaceWater(row.get("code"))
                        : Optional.empty(),
                Optional.empty());
    }

    private static Certainty certainty(String text) {
        if (text.equals("checked")) {
            return Certainty.CHECKED;
        }
        return text.startsWith("from memory") ? Certainty.FROM_MEMORY : Certainty.NOT_SEEN_IN_PRINT;
    }

    private static @Nullable WaterBody body(String scope) {
        return switch (scope) {
            case "rivers" -> WaterBody.RIVER;
            case "lakes and reservoirs" -> WaterBody.LAKE;
            default -> null;
        };
    }

    private static Limits limits(Row row) {
        return switch (row.get("direction")) {
            case "<=" ->
                    row.get("limit").isEmpty()
                            ? new Limits.AtMost(numbers(row), row.get("I").equals("ND"))
                            : new Limits.ForDrinking(new BigDecimal(row.get("limit")));
            case ">=" -> new Limits.AtLeast(numbers(row));
            case "range" -> range(row);
            case "text" -> new Limits.Absent();
            case "special" -> new Limits.None();
            default -> throw new IllegalArgumentException("Not a direction: " + row);
        };
    }

    private static Limits range(Row row) {
        var inner = RANGE.matcher(row.get("III"));
        var outer = BANDS.matcher(row.get("IV"));
        if (!inner.matches()) {
            throw new IllegalArgumentException("Not a range: " + row);
        }
        var low = new BigDecimal(inner.group(1));
        var high = new BigDecimal(inner.group(2));
        return outer.matches()
                ? new Limits.Bands(
                        new BigDecimal(outer.group(1)), low, high, new BigDecimal(outer.group(2)))
                : new Limits.Within(low, high);
    }

    private static Map<WaterClass, BigDecimal> numbers(Row row) {
        var limits = new EnumMap<WaterClass, BigDecimal>(WaterClass.class);
        for (var each : WaterClass.inStandards()) {
            var text = row.get(each.text());
            if (!text.startsWith(">") && !text.equals("ND")) {
                limits.put(each, new BigDecimal(text));
            }
        }
        return limits;
    }

    private record Row(Map<String, String> cells) {
        Row(List<String> names, List<String> cells) {
            this(new HashMap<>());
            for (var at = 0; at < names.size(); at++) {
                this.cells.put(names.get(at), cells.get(at));
            }
        }

        String get(String name) {
            return cells.getOrDefault(name, "");
        }
    }
}
