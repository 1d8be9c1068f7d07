package org.gongkai.opengov.budgets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.opengov.budgets.CellProblem.Kind;
import org.gongkai.opengov.budgets.TableShape.Column;
import org.jspecify.annotations.Nullable;

/**
 * Reads one sheet by the shape of its table (公开表读取): heads over several rows and merged, 元 or 万元,
 * full-width digits, empty rows, sums on top or at the bottom.
 */
final class TableReading {
    private static final int SEARCHED = 12;
    private static final int TALLEST_HEAD = 4;
    private static final int CENTS = 2;
    private static final BigDecimal NOISE = new BigDecimal("0.0001");

    private static final Pattern UNIT = Pattern.compile("单位.*?(万元|元)$");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");
    private static final Set<String> EMPTY = Set.of("", "-", "--", "—", "——", "/", "无");
    private static final Set<String> COUNTING = Set.of("行次", "栏次", "序号", "备注");

    private final SheetGrid sheet;
    private final TableShape shape;
    private final List<CellProblem> problems;

    TableReading(SheetGrid sheet, TableShape shape, List<CellProblem> problems) {
        this.sheet = sheet;
        this.shape = shape;
        this.problems = problems;
    }

    /** Heads: where they end, and which column of the sheet is what. */
    private record Heads(int first, int last, Map<Integer, Column> columns) {}

    Optional<OfficialTable> read() {
        var heads = heads();
        if (heads.columns().isEmpty()) {
            problem(0, 0, Kind.NO_HEADINGS, shape.title());
            return Optional.empty();
        }
        var unit = unit(heads);
        if (unit.isEmpty()) {
            problem(0, 0, Kind.NO_UNIT, "");
            return Optional.empty();
        }
        var complete = isComplete(heads);
        var clear = isClear(heads);
        unknown(heads);
        if (!complete || !clear) {
            return Optional.empty();
        }
        var rows = rows(heads, unit.get());
        var keys =
                heads.columns().values().stream()
                        .filter(Column::isAmount)
                        .map(Column::key)
                        .distinct()
                        .toList();
        return Optional.of(
                new OfficialTable(
                        shape.key(), shape.title(), sheet.name(), unit.get(), keys, rows));
    }

    /** The fewest rows that know the most columns, and those that merged heads reach down to. */
    private Heads heads() {
        var best = new Heads(0, -1, Map.of());
        for (var height = 0; height < TALLEST_HEAD; height++) {
            for (var first = 0; first < Math.min(SEARCHED, sheet.height()); first++) {
                var columns = columns(first, first + height);
                if (columns.size() > best.columns().size()) {
                    best = new Heads(first, first + height, columns);
                }
            }
        }
        while (reachesDown(best)) {
            var last = best.last() + 1;
            best = new Heads(best.first(), last, columns(best.first(), last));
        }
        return best;
    }

    /** Whether the next row repeats a head, as the rows of a merged one do. */
    private boolean reachesDown(Heads heads) {
        var next = heads.last() + 1;
        return columns(heads.first(), next).size() == heads.columns().size()
                && heads.columns().entrySet().stream()
                        .filter(it -> it.getValue().isAmount())
                        .map(Map.Entry::getKey)
                        .anyMatch(
                                it ->
                                        !sheet.text(next, it).isEmpty()
                                                && sheet.text(next, it)
                                                        .equals(sheet.text(heads.last(), it)));
    }

    private Map<Integer, Column> columns(int first, int last) {
        var columns = new LinkedHashMap<Integer, Column>();
        for (var at = 0; at < sheet.width(); at++) {
            var path = path(first, last, at);
            if (!ignored(path)) {
                var found = column(path);
                if (found != null) {
                    columns.put(at, found);
                }
            }
        }
        return columns;
    }

    private boolean ignored(List<String> path) {
        return path.stream().anyMatch(it -> shape.ignore().stream().anyMatch(it::contains));
    }

    /** The heads over a column from top to bottom, each once. */
    private List<String> path(int first, int last, int column) {
        var path = new ArrayList<String>();
        for (var row = first; row <= last; row++) {
            var words = head(sheet.text(row, column));
            if (!words.isEmpty() && (path.isEmpty() || !path.getLast().equals(words))) {
                path.add(words);
            }
        }
        return path;
    }

    private static String head(String words) {
        return TableRow.plain(words.replaceAll("[（(](万元|元|单位：?.*元)[）)]", ""));
    }

    private @Nullable Column column(List<String> path) {
        Column best = null;
        var most = 0;
        for (var column : shape.columns()) {
            for (var name : column.names()) {
                var parts = Arrays.stream(name.split(">")).map(TableRow::plain).toList();
                if (parts.size() > most && isBelow(path, parts)) {
                    best = column;
                    most = parts.size();
                }
            }
        }
        return best;
    }

    /** Whether the path ends as the name does and has its parts above it, in order. */
    private static boolean isBelow(List<String> path, List<String> parts) {
        if (path.isEmpty() || !path.getLast().equals(parts.getLast())) {
            return false;
        }
        var at = 0;
        for (var each : path) {
            if (at < parts.size() && each.equals(parts.get(at))) {
                at++;
            }
        }
        return at == parts.size();
    }

    private Optional<AmountUnit> unit(Heads heads) {
        for (var row = 0; row <= heads.last(); row++) {
            for (var column = 0; column < sheet.width(); column++) {
                var words =
                        Normalizer.normalize(sheet.text(row, column), Normalizer.Form.NFKC)
                                .replaceAll("[\\s:)(]", "");
                var found = UNIT.matcher(words);
                if (found.find()) {
                    return Arrays.stream(AmountUnit.values())
                            .filter(it -> it.term().equals(found.group(1)))
                            .findFirst();
                }
            }
        }
        return Optional.empty();
    }

    private boolean isComplete(Heads heads) {
        var found = new HashSet<>(heads.columns().values());
        var missing =
                shape.columns().stream()
                        .filter(it -> !it.optional() && !found.contains(it))
                        .filter(it -> !it.role().equals("code") || !hasNames(found))
                        .toList();
        missing.forEach(it -> problem(heads.first(), 0, Kind.MISSING_COLUMN, it.title()));
        return missing.isEmpty();
    }

    private static boolean hasNames(Set<Column> found) {
        return found.stream().anyMatch(it -> it.role().equals("name"));
    }

    private boolean isClear(Heads heads) {
        var seen = new HashSet<Column>();
        var sound = true;
        for (var each : heads.columns().entrySet()) {
            if (!seen.add(each.getValue()) && !each.getValue().role().equals("code")) {
                problem(heads.last(), each.getKey(), Kind.COLUMN_TWICE, each.getValue().title());
                sound = false;
            }
        }
        return sound;
    }

    /** A column with amounts that no head explains would be left out of every sum. */
    private void unknown(Heads heads) {
        for (var at = 0; at < sheet.width(); at++) {
            var path = path(heads.first(), heads.last(), at);
            if (heads.columns().containsKey(at)
                    || ignored(path)
                    || path.stream().anyMatch(COUNTING::contains)) {
                continue;
            }
            for (var row = heads.last() + 1; row < sheet.height(); row++) {
                if (sheet.value(row, at).number() && !isCounting(row, heads)) {
                    problem(heads.last(), at, Kind.UNKNOWN_COLUMN, String.join("、", path));
                    break;
                }
            }
        }
    }

    private List<TableRow> rows(Heads heads, AmountUnit unit) {
        var rows = new ArrayList<TableRow>();
        var codes = new HashMap<String, Integer>();
        for (var row = heads.last() + 1; row < sheet.height(); row++) {
            if (isNote(row)) {
                break;
            }
            if (!isCounting(row, heads)) {
                for (var block = 0; block < (shape.hasSides() ? 2 : 1); block++) {
                    row(heads, unit, row, block).ifPresent(it -> add(rows, codes, it));
                }
            }
        }
        return rows;
    }

    private void add(List<TableRow> rows, Map<String, Integer> codes, TableRow row) {
        var before = row.code().isEmpty() ? null : codes.putIfAbsent(row.code(), row.number());
        if (before != null) {
            problem(row.number() - 1, 0, Kind.CODE_TWICE, row.code());
        }
        rows.add(row);
    }

    private Optional<TableRow> row(Heads heads, AmountUnit unit, int row, int block) {
        var code = new StringBuilder();
        var name = "";
        var cells = new HashMap<String, TableCell>();
        for (var each : heads.columns().entrySet()) {
            var column = each.getValue();
            var words = sheet.text(row, each.getKey());
            switch (column.role()) {
                case "code" -> {
                    var digits = Normalizer.normalize(words, Normalizer.Form.NFKC).strip();
                    if (digits.matches("\\d*")) {
                        code.append(digits);
                    } else if (name.isEmpty() && digits.matches(".*[计：:].*")) {
                        name = words;
                    } else if (!digits.equals(name)) {
                        problem(row, each.getKey(), Kind.NOT_A_CODE, words);
                    }
                }
                case "name" -> {
                    if (column.block() == block && !words.isEmpty()) {
                        name = words;
                    }
                }
                default -> {
                    if (column.block() == block) {
                        cells.put(column.key(), cell(row, each.getKey(), unit));
                    }
                }
            }
        }
        var filled = cells.values().stream().anyMatch(it -> it.yuan() != null);
        if (code.isEmpty() && name.isEmpty()) {
            if (!filled || shape.hasNoNames()) {
                return filled
                        ? Optional.of(new TableRow(row + 1, block, "", shape.title(), cells))
                        : Optional.empty();
            }
            problem(row, 0, Kind.NO_NAME, "");
            return Optional.empty();
        }
        return Optional.of(new TableRow(row + 1, block, code.toString(), name, cells));
    }

    private TableCell cell(int row, int column, AmountUnit unit) {
        var value = sheet.value(row, column);
        var address = SheetGrid.name(row, column);
        var plain =
                Normalizer.normalize(value.text(), Normalizer.Form.NFKC)
                        .replaceAll("[\\s,¥￥]", "")
                        .replaceFirst("^\\((\\d.*)\\)$", "-$1");
        if (EMPTY.contains(plain)) {
            return new TableCell(address, null);
        }
        if (!AMOUNT.matcher(plain).matches()) {
            problem(row, column, Kind.NOT_AN_AMOUNT, value.text());
            return new TableCell(address, null);
        }
        var yuan = unit.toYuan(new BigDecimal(plain));
        var cents = yuan.setScale(CENTS, RoundingMode.HALF_EVEN);
        var off = yuan.subtract(cents).abs();
        if (value.number() ? off.compareTo(NOISE) > 0 : off.signum() > 0) {
            problem(row, column, Kind.BELOW_A_CENT, value.text());
        }
        return new TableCell(address, cents);
    }

    /** 注：… ends the table. */
    private boolean isNote(int row) {
        for (var column = 0; column < sheet.width(); column++) {
            var words = sheet.text(row, column);
            if (!words.isEmpty()) {
                return Normalizer.normalize(words, Normalizer.Form.NFKC)
                        .matches("(注|备注|说明|附注|填表说明)\\s*([:\\d].*)?");
            }
        }
        return false;
    }

    /** 栏次 1 2 3: counts columns, and is no row of the table. */
    private boolean isCounting(int row, Heads heads) {
        for (var column = 0; column < sheet.width(); column++) {
            var words = TableRow.plain(sheet.text(row, column));
            if (COUNTING.contains(words) || words.equals("**")) {
                return true;
            }
            if (!words.isEmpty() && heads.columns().containsKey(column)) {
                return false;
            }
        }
        return false;
    }

    private void problem(int row, int column, Kind kind, @Nullable String text) {
        problems.add(
                new CellProblem(
                        sheet.name(),
                        SheetGrid.name(row, column),
                        kind,
                        Objects.requireNonNullElse(text, "")));
    }
}
