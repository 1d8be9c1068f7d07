package org.gongkai.opengov.drinkingwater;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sheet of a laboratory (监测数据表), in the shapes that laboratories use: a row for each
 * place with items across, a row for each value, or items down with a column for each place. What
 * is not understood is named with its cell; nothing is guessed, because a wrong unit is wrong by a
 * thousand.
 */
public final class LaboratorySheet {
    private static final int HEADINGS_WITHIN = 15;
    private static final Pattern MONTH =
            Pattern.compile("(\\d{4})\\s*[年./-]?\\s*(\\d{1,2})(?:\\s*[月./-].*|)");

    /** A number 2021.10 loses its nought in a spreadsheet. */
    private static final Pattern JANUARY_OR_OCTOBER = Pattern.compile("\\d{4}\\.1");

    private static final Pattern MONTH_IN_TITLE =
            Pattern.compile(".*?(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月.*");
    private static final Pattern REMARK =
            Pattern.compile("(?:注|备注|说明|制表|制表人|审核|审核人|填报|填报人|监测单位|报告).*");
    private static final Set<String> SUMMARIES =
            Set.of("平均值", "均值", "最大值", "最小值", "合计", "标准限值", "限值", "标准值", "III类标准", "Ⅲ类标准");

    private final SheetCells cells;
    private final Function<String, Optional<SampledPlace>> places;
    private final List<Value> values = new ArrayList<>();
    private final List<SheetProblem> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private Optional<YearMonth> monthAbove = Optional.empty();

    private LaboratorySheet(SheetCells cells, Function<String, Optional<SampledPlace>> places) {
        this.cells = cells;
        this.places = places;
    }

    /**
     * A reading of an item.
     *
     * @param reading in the unit of the limit
     * @param text as the laboratory wrote it, with the detection limit of another column
     * @param unit as the laboratory wrote it; empty where the item has none
     * @param cell where it stands
     */
    public record Value(
            SampledPlace place,
            YearMonth month,
            MonitoredItem item,
            Reading reading,
            String text,
            String unit,
            String cell) {}

    /** What a sheet holds, and what of it is not taken. */
    public record Content(List<Value> values, List<SheetProblem> problems) {
        public Content {
            values = List.copyOf(values);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads it.
     *
     * @param rows cells as text; merged cells have their content in each cell they cover
     * @param places the agency's places by name
     */
    public static Content read(
            List<List<String>> rows, Function<String, Optional<SampledPlace>> places) {
        var sheet = new LaboratorySheet(SheetCells.of(rows), places);
        sheet.read();
        return new Content(sheet.values, sheet.problems);
    }

    private void read() {
        for (var row = 0; row < Math.min(cells.height(), HEADINGS_WITHIN); row++) {
            var columns = columns(row);
            if (columns.containsValue(SheetHeading.Part.VALUE)
                    && columns.containsValue(SheetHeading.Part.ITEM)) {
                eachValueItsRow(row, columns);
                return;
            }
            if (columns.containsValue(SheetHeading.Part.ITEM) && hasPlaces(row, columns)) {
                itemsDown(row, columns);
                return;
            }
            if (columns.containsValue(SheetHeading.Part.PLACE)
                    && columns.values().stream().anyMatch(SheetHeading.OfItem.class::isInstance)) {
                itemsAcross(row, columns);
                return;
            }
            title(row);
        }
        problem(0, 0, SheetProblem.Kind.NO_HEADINGS, cells.at(0, 0));
    }

    private Map<Integer, SheetHeading> columns(int row) {
        var columns = new TreeMap<Integer, SheetHeading>();
        for (var column = 0; column < cells.width(row); column++) {
            var at = column;
            SheetHeading.of(cells.at(row, column)).ifPresent(it -> columns.put(at, it));
        }
        return columns;
    }

    private boolean hasPlaces(int row, Map<Integer, SheetHeading> columns) {
        for (var column = 0; column < cells.width(row); column++) {
            if (!columns.containsKey(column) && places.apply(cells.at(row, column)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void title(int row) {
        for (var column = 0; column < cells.width(row); column++) {
            var match = MONTH_IN_TITLE.matcher(cells.at(row, column));
            if (match.matches() && monthAbove.isEmpty()) {
                monthAbove = month(match.group(1), match.group(2));
            }
        }
    }

    /** 序号 | 水源地 | 采样日期 | pH | 氨氮(mg/L) | … , units perhaps in a row of their own below. */
    private void itemsAcross(int row, Map<Integer, SheetHeading> columns) {
        unknownColumns(row, columns);
        var units = unitsBelow(row, columns);
        for (var at = row + (units ? 2 : 1); at < cells.height(); at++) {
            if (isNoRow(at, place(columns), columns)) {
                continue;
            }
            var place = place(at, place(columns));
            var month = month(at, columns);
            if (place.isEmpty() || month.isEmpty()) {
                continue;
            }
            for (var column : columns.entrySet()) {
                if (column.getValue() instanceof SheetHeading.OfItem heading) {
                    var unit =
                            heading.unit().isEmpty() && units
                                    ? cells.at(row + 1, column.getKey())
                                    : heading.unit();
                    take(
                            new Cell(at, column.getKey(), row, column.getKey()),
                            place.get(),
                            month.get(),
                            new SheetHeading.OfItem(heading.name(), unit),
                            "");
                }
            }
        }
    }

    /** 水源地 | 采样日期 | 项目 | 监测值 | 单位, and perhaps 检出限. */
    private void eachValueItsRow(int row, Map<Integer, SheetHeading> columns) {
        unknownColumns(row, columns);
        for (var at = row + 1; at < cells.height(); at++) {
            var item = cells.at(at, column(columns, SheetHeading.Part.ITEM));
            if (isNoRow(at, place(columns), columns) || item.isEmpty() && isRemark(at)) {
                continue;
            }
            var place = place(at, place(columns));
            var month = month(at, columns);
            if (place.isEmpty() || month.isEmpty()) {
                continue;
            }
            var heading = itemIn(item, cells.at(at, column(columns, SheetHeading.Part.UNIT)));
            take(
                    new Cell(
                            at,
                            column(columns, SheetHeading.Part.VALUE),
                            at,
                            column(columns, SheetHeading.Part.ITEM)),
                    place.get(),
                    month.get(),
                    heading,
                    cells.at(at, column(columns, SheetHeading.Part.DETECTION_LIMIT)));
        }
    }

    /** 项目 | 单位 | 东郊水源地 | 南郊水源地 | … */
    private void itemsDown(int row, Map<Integer, SheetHeading> columns) {
        var named = new TreeMap<Integer, SampledPlace>();
        for (var column = 0; column < cells.width(row); column++) {
            var heading = cells.at(row, column);
            if (!columns.containsKey(column) && !heading.isEmpty()) {
                var at = column;
                places.apply(heading)
                        .ifPresentOrElse(
                                it -> named.put(at, it),
                                () -> problem(row, at, SheetProblem.Kind.UNKNOWN_PLACE, heading));
            }
        }
        if (monthAbove.isEmpty()) {
            problem(row, 0, SheetProblem.Kind.NO_MONTH, cells.at(row, 0));
            return;
        }
        var items = column(columns, SheetHeading.Part.ITEM);
        for (var at = row + 1; at < cells.height(); at++) {
            var item = cells.at(at, items);
            if (cells.isEmpty(at) || isRemark(at)) {
                continue;
            }
            var heading = itemIn(item, cells.at(at, column(columns, SheetHeading.Part.UNIT)));
            for (var each : named.entrySet()) {
                take(
                        new Cell(at, each.getKey(), at, items),
                        each.getValue(),
                        monthAbove.get(),
                        heading,
                        cells.at(at, column(columns, SheetHeading.Part.DETECTION_LIMIT)));
            }
        }
    }

    /** An item that may have its unit behind its name. */
    private static SheetHeading.OfItem itemIn(String item, String unit) {
        return SheetHeading.of(item)
                .filter(SheetHeading.OfItem.class::isInstance)
                .map(SheetHeading.OfItem.class::cast)
                .map(it -> unit.isEmpty() ? it : new SheetHeading.OfItem(it.name(), unit))
                .orElseGet(() -> new SheetHeading.OfItem(item, unit));
    }

    /** Where a value stands, and where its item is named. */
    private record Cell(int row, int column, int itemRow, int itemColumn) {
        String name() {
            return SheetCells.name(row, column);
        }
    }

    private void take(
            Cell cell,
            SampledPlace place,
            YearMonth month,
            SheetHeading.OfItem heading,
            String detectionLimit) {
        var text = cells.at(cell.row, cell.column);
        if (text.isEmpty()) {
            return;
        }
        var reading = Reading.of(text).map(it -> withLimit(it, detectionLimit));
        if (reading.isEmpty()) {
            problem(cell.row, cell.column, SheetProblem.Kind.UNKNOWN_VALUE, text);
            return;
        }
        if (reading.get() instanceof Reading.NotMonitored) {
            return;
        }
        var item = ItemNames.find(place.standard(), heading.name(), place.water());
        if (item.isEmpty()) {
            problem(cell.itemRow, cell.itemColumn, SheetProblem.Kind.UNKNOWN_ITEM, heading.name());
            return;
        }
        var conversion = conversion(cell, item.get(), heading.unit());
        if (conversion == null) {
            return;
        }
        if (!seen.add(place.name() + "|" + month + "|" + item.get().name())) {
            problem(cell.row, cell.column, SheetProblem.Kind.TWICE, text);
            return;
        }
        values.add(
                new Value(
                        place,
                        month,
                        item.get(),
                        reading.get().in(conversion),
                        written(text, reading.get()),
                        heading.unit(),
                        cell.name()));
    }

    /** 未检出, where a column tells below what. */
    private static Reading withLimit(Reading reading, String detectionLimit) {
        return reading instanceof Reading.NotDetectedAtAll
                        && Reading.of(detectionLimit).orElse(null)
                                instanceof Reading.Measured(BigDecimal limit)
                ? new Reading.NotDetected(limit)
                : reading;
    }

    private static String written(String text, Reading reading) {
        return reading instanceof Reading.NotDetected(BigDecimal limit)
                        && Reading.of(text).orElse(null) instanceof Reading.NotDetectedAtAll
                ? limit.toPlainString() + "L"
                : text;
    }

    private @Nullable Conversion conversion(Cell cell, MonitoredItem item, String unit) {
        var wanted = LaboratoryUnit.of(item.unit()).orElseThrow();
        var plain = LaboratoryUnit.of("").orElseThrow();
        if (unit.isEmpty()) {
            if (wanted.equals(plain)) {
                return Conversion.NONE;
            }
            problem(cell.itemRow, cell.itemColumn, SheetProblem.Kind.NO_UNIT, item.name());
            return null;
        }
        var conversion = LaboratoryUnit.of(unit).flatMap(it -> it.to(wanted));
        if (conversion.isEmpty()) {
            problem(cell.itemRow, cell.itemColumn, SheetProblem.Kind.UNKNOWN_UNIT, unit);
        }
        return conversion.orElse(null);
    }

    private void unknownColumns(int row, Map<Integer, SheetHeading> columns) {
        for (var column = 0; column < cells.width(row); column++) {
            var heading = cells.at(row, column);
            if (!columns.containsKey(column) && !heading.isEmpty()) {
                problem(row, column, SheetProblem.Kind.UNKNOWN_COLUMN, heading);
            }
        }
    }

    private boolean unitsBelow(int row, Map<Integer, SheetHeading> columns) {
        if (row + 1 >= cells.height()
                || !cells.at(row + 1, place(columns)).isEmpty()
                        && !SheetHeading.Part.named(cells.at(row + 1, place(columns))).isPresent()
                        && !cells.at(row + 1, place(columns)).equals("单位")) {
            return false;
        }
        var units = 0;
        for (var column : columns.entrySet()) {
            var text = cells.at(row + 1, column.getKey());
            if (column.getValue() instanceof SheetHeading.OfItem && !text.isEmpty()) {
                if (LaboratoryUnit.of(text).isEmpty()) {
                    return false;
                }
                units++;
            }
        }
        return units > 0;
    }

    /** Empty, a remark, or a line of means and limits that the sheet's maker computed. */
    private boolean isNoRow(int row, int place, Map<Integer, SheetHeading> columns) {
        return cells.isEmpty(row)
                || SUMMARIES.contains(cells.at(row, place))
                || isRemark(row) && hasNoValue(row, columns);
    }

    private boolean isRemark(int row) {
        return cells.rows().get(row).stream()
                .filter(it -> !it.isEmpty())
                .findFirst()
                .filter(it -> REMARK.matcher(it).matches())
                .isPresent();
    }

    private boolean hasNoValue(int row, Map<Integer, SheetHeading> columns) {
        return columns.entrySet().stream()
                .filter(
                        it ->
                                it.getValue() instanceof SheetHeading.OfItem
                                        || it.getValue() == SheetHeading.Part.VALUE)
                .map(it -> cells.at(row, it.getKey()))
                .allMatch(it -> it.isEmpty() || REMARK.matcher(it).matches());
    }

    private Optional<SampledPlace> place(int row, int column) {
        var name = cells.at(row, column);
        var place = places.apply(name);
        if (place.isEmpty()) {
            problem(
                    row,
                    column,
                    name.isEmpty() ? SheetProblem.Kind.NO_PLACE : SheetProblem.Kind.UNKNOWN_PLACE,
                    name);
        }
        return place;
    }

    private Optional<YearMonth> month(int row, Map<Integer, SheetHeading> columns) {
        var column = column(columns, SheetHeading.Part.MONTH);
        var text = cells.at(row, column);
        if (text.isEmpty()) {
            if (monthAbove.isEmpty()) {
                problem(row, Math.max(column, 0), SheetProblem.Kind.NO_MONTH, text);
            }
            return monthAbove;
        }
        var match = MONTH.matcher(text);
        if (JANUARY_OR_OCTOBER.matcher(text).matches()) {
            problem(row, column, SheetProblem.Kind.UNKNOWN_MONTH, text);
            return Optional.empty();
        }
        var month =
                match.matches()
                        ? month(match.group(1), match.group(2))
                        : Optional.<YearMonth>empty();
        if (month.isEmpty()) {
            problem(row, column, SheetProblem.Kind.UNKNOWN_MONTH, text);
        }
        return month;
    }

    private static Optional<YearMonth> month(String year, String month) {
        try {
            return Optional.of(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month)));
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }

    private static int place(Map<Integer, SheetHeading> columns) {
        return column(columns, SheetHeading.Part.PLACE);
    }

    /** Where this part stands; -1 if nowhere. */
    private static int column(Map<Integer, SheetHeading> columns, SheetHeading.Part part) {
        return columns.entrySet().stream()
                .filter(it -> it.getValue() == part)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(-1);
    }

    private void problem(int row, int column, SheetProblem.Kind kind, String text) {
        var problem = new SheetProblem(SheetCells.name(row, column), kind, text);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
