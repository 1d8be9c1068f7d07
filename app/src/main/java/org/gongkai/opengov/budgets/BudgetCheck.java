package org.gongkai.opengov.budgets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.opengov.budgets.BudgetShapes.Agreement;
import org.gongkai.opengov.budgets.BudgetShapes.Breakdown;
import org.gongkai.opengov.budgets.BudgetShapes.KindShapes;
import org.gongkai.opengov.budgets.BudgetShapes.Pair;
import org.gongkai.opengov.budgets.BudgetShapes.Reference;
import org.gongkai.opengov.budgets.Finding.Rule;
import org.gongkai.opengov.budgets.TableRow.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whether the figures of a budget or account add up (勾稽关系审核): rows, columns, tables among
 * themselves, the account with the budget. What may differ by rounding is no finding (ADR 0289).
 */
final class BudgetCheck {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final KindShapes shapes;
    private final BigDecimal tolerance;
    private final BigDecimal percent;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param tolerance for each summand, in 万元
     * @param percent more than this is a large change
     */
    BudgetCheck(KindShapes shapes, BigDecimal tolerance, BigDecimal percent) {
        this.shapes = shapes;
        this.tolerance = tolerance;
        this.percent = percent;
    }

    /**
     * Every finding, in the order of the tables.
     *
     * @param initial the budget that an account repeats; empty where there is none
     * @param before what changes are measured against: the budget of the account's year, or of the
     *     year before
     */
    List<Finding> findings(
            List<OfficialTable> tables, List<OfficialTable> initial, List<OfficialTable> before) {
        findings.clear();
        for (var table : tables) {
            var shape = shapes.table(table.key());
            columns(table, shape);
            if (shape.hasSides()) {
                sides(table, shape);
            } else if (!shape.hasNoNames()) {
                codes(table);
            }
        }
        shapes.agreements().forEach(it -> agree(it, tables));
        shapes.functions().forEach(it -> functions(it, tables));
        shapes.atLeast().forEach(it -> atLeast(it, tables));
        shapes.initial().forEach(it -> pair(it, tables, initial, this::initial));
        shapes.changes().forEach(it -> pair(it, tables, before, this::change));
        return new LinkedHashSet<>(findings).stream().toList();
    }

    /** Across a row: 合计 = 基本支出 + 项目支出. */
    private void columns(OfficialTable table, TableShape shape) {
        for (var column : shape.amounts()) {
            var parts =
                    column.sum().stream()
                            .filter(it -> table.columns().contains(summand(it)))
                            .toList();
            if (parts.isEmpty() || !table.columns().contains(column.key())) {
                continue;
            }
            var words =
                    parts.stream()
                            .map(
                                    it ->
                                            (it.startsWith("-") ? "−" : "+")
                                                    + shape.column(summand(it)).title())
                            .collect(Collectors.joining())
                            .replaceFirst("^\\+", "");
            for (var row : table.rows()) {
                var cell = row.cell(column.key());
                if (cell != null && row.block() == column.block()) {
                    var should = BigDecimal.ZERO;
                    for (var each : parts) {
                        var part = row.cell(summand(each));
                        var amount = part == null ? BigDecimal.ZERO : part.counted();
                        should =
                                each.startsWith("-") ? should.subtract(amount) : should.add(amount);
                    }
                    compare(Rule.COLUMNS, table, row, column.key(), should, parts.size(), words);
                }
            }
        }
    }

    /** The key of a summand without its minus. */
    private static String summand(String written) {
        return written.startsWith("-") ? written.substring(1) : written;
    }

    /** Down a table with codes: 类 = Σ 款, 款 = Σ 项, 合计 = Σ 类. */
    private void codes(OfficialTable table) {
        var rows = table.rows();
        if (!table.hasFigures()) {
            return;
        }
        for (var row : rows) {
            var children =
                    rows.stream()
                            .filter(
                                    it ->
                                            OfficialTable.parent(it, rows)
                                                    .filter(row::equals)
                                                    .isPresent())
                            .toList();
            sum(Rule.CHILDREN, table, row, children);
        }
        var top = table.topRows(0);
        var since = new ArrayList<TableRow>();
        for (var row : rows) {
            if (row.role() == Role.SUBTOTAL) {
                sum(Rule.SUBTOTAL, table, row, List.copyOf(since));
                since.clear();
            } else if (top.contains(row)) {
                since.add(row);
            }
        }
        var total = table.row("total", 0);
        total.ifPresentOrElse(it -> sum(Rule.TOTAL, table, it, top), () -> noTotal(table));
    }

    private void noTotal(OfficialTable table) {
        var first = table.rows().getFirst();
        var column = table.columns().getFirst();
        var sum = sum(table.topRows(0), column);
        findings.add(finding(Rule.NO_TOTAL, table, first, column, BigDecimal.ZERO, sum, ""));
    }

    /** Down each side: 一、 = Σ （一）, 本年合计 = Σ 一、, 总计 = 合计 and what follows it. */
    private void sides(OfficialTable table, TableShape shape) {
        for (var block = 0; block < 2; block++) {
            var rows = table.side(block);
            var columns = columns(shape, block, table);
            below(table, rows, columns);
            totals(table, rows, columns);
        }
    }

    private static List<String> columns(TableShape shape, int block, OfficialTable table) {
        return shape.amounts().stream()
                .filter(it -> it.block() == block && table.columns().contains(it.key()))
                .map(TableShape.Column::key)
                .toList();
    }

    private void below(OfficialTable table, List<TableRow> rows, List<String> columns) {
        for (var at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            var children = new ArrayList<TableRow>();
            for (var next = at + 1; next < rows.size(); next++) {
                var it = rows.get(next);
                var ends =
                        it.role() == Role.TOTAL
                                || it.role() == Role.GRAND_TOTAL
                                || it.role() == Role.ITEM && it.depth() <= row.depth();
                if (ends) {
                    break;
                }
                if (it.role() == Role.ITEM && it.depth() == row.depth() + 1) {
                    children.add(it);
                }
            }
            if (row.role() == Role.ITEM) {
                sum(Rule.CHILDREN, table, row, children, columns);
            }
        }
    }

    private void totals(OfficialTable table, List<TableRow> rows, List<String> columns) {
        var items = new ArrayList<TableRow>();
        for (var row : rows) {
            switch (row.role()) {
                case ITEM -> {
                    if (row.depth() == 1) {
                        items.add(row);
                    }
                }
                case TOTAL -> {
                    sum(Rule.TOTAL, table, row, List.copyOf(items), columns);
                    items.clear();
                    items.add(row);
                }
                case GRAND_TOTAL -> sum(Rule.TOTAL, table, row, List.copyOf(items), columns);
                case PART, SUBTOTAL -> {
                    // is counted in the row that it is a part of
                }
            }
        }
    }

    private void sum(Rule rule, OfficialTable table, TableRow row, List<TableRow> summands) {
        sum(rule, table, row, summands, table.columns());
    }

    private void sum(
            Rule rule,
            OfficialTable table,
            TableRow row,
            List<TableRow> summands,
            List<String> columns) {
        if (summands.isEmpty()) {
            return;
        }
        var words =
                summands.stream()
                        .map(it -> it.code().isEmpty() ? it.item() : it.code())
                        .collect(Collectors.joining("+"));
        for (var column : columns) {
            compare(rule, table, row, column, sum(summands, column), summands.size(), words);
        }
    }

    private static BigDecimal sum(List<TableRow> rows, String column) {
        return rows.stream()
                .map(it -> it.cell(column))
                .filter(Objects::nonNull)
                .map(TableCell::counted)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void compare(
            Rule rule,
            OfficialTable table,
            TableRow row,
            String column,
            BigDecimal should,
            int summands,
            String parts) {
        var cell = row.cell(column);
        var is = cell == null ? BigDecimal.ZERO : cell.counted();
        if (is.subtract(should).abs().compareTo(allowed(table.unit(), summands)) > 0) {
            findings.add(finding(rule, table, row, column, is, should, parts));
        }
    }

    /** Only tables in 万元 are rounded. */
    private BigDecimal allowed(AmountUnit unit, int summands) {
        return unit == AmountUnit.YUAN
                ? BigDecimal.ZERO
                : unit.toYuan(tolerance).multiply(BigDecimal.valueOf(summands));
    }

    private Finding finding(
            Rule rule,
            OfficialTable table,
            TableRow row,
            String column,
            BigDecimal is,
            BigDecimal should,
            String parts) {
        var cell = row.cell(column);
        var words = (row.code() + " " + row.name()).strip();
        return new Finding(
                rule,
                table.title(),
                words,
                shapes.table(table.key()).column(column).title(),
                table.sheet() + "!" + (cell == null ? "A" + row.number() : cell.address()),
                is,
                should,
                table.unit(),
                parts);
    }

    /** A cell that a reference means. */
    private record Place(OfficialTable table, TableRow row, String column, BigDecimal yuan) {
        String words() {
            var cell = row.cell(column);
            return "《"
                    + table.title()
                    + "》"
                    + (row.code() + " " + row.name()).strip()
                    + (cell == null ? "" : "（" + table.sheet() + "!" + cell.address() + "）");
        }
    }

    private Optional<Place> place(Reference to, List<OfficialTable> tables) {
        return tables.stream()
                .filter(it -> it.key().equals(to.table()) && it.columns().contains(to.column()))
                .findFirst()
                .flatMap(
                        table -> {
                            var block = shapes.table(to.table()).column(to.column()).block();
                            return table.row(to.row(), block)
                                    .map(row -> new Place(table, row, to.column(), yuan(row, to)));
                        });
    }

    private static BigDecimal yuan(TableRow row, Reference to) {
        var cell = row.cell(to.column());
        return cell == null ? BigDecimal.ZERO : cell.counted();
    }

    /** The second is held against the first; an empty table agrees with nothing. */
    private void agree(Agreement agreement, List<OfficialTable> tables) {
        var first = place(agreement.cells().getFirst(), tables);
        var second = place(agreement.cells().getLast(), tables);
        if (first.isPresent() && second.isPresent()) {
            compare(
                    Rule.of(agreement.rule()),
                    second.get().table(),
                    second.get().row(),
                    second.get().column(),
                    first.get().yuan(),
                    1,
                    first.get().words());
        } else if (first.isPresent() && first.get().yuan().signum() != 0) {
            findings.add(
                    finding(
                            Rule.of(agreement.rule()),
                            first.get().table(),
                            first.get().row(),
                            first.get().column(),
                            first.get().yuan(),
                            BigDecimal.ZERO,
                            "《" + shapes.table(agreement.cells().getLast().table()).title() + "》"));
        }
    }

    private void atLeast(Agreement agreement, List<OfficialTable> tables) {
        var whole = place(agreement.cells().getFirst(), tables);
        var part = place(agreement.cells().getLast(), tables);
        if (whole.isPresent()
                && part.isPresent()
                && whole.get().yuan().compareTo(part.get().yuan()) < 0) {
            compare(
                    Rule.of(agreement.rule()),
                    whole.get().table(),
                    whole.get().row(),
                    whole.get().column(),
                    part.get().yuan(),
                    1,
                    part.get().words());
        }
    }

    /** Each 类 of the right table on the side of the left one, and nothing else there. */
    private void functions(Breakdown it, List<OfficialTable> tables) {
        var left = table(tables, it.left().table());
        var right = table(tables, it.right().table());
        if (left.isEmpty()
                || right.isEmpty()
                || !left.get().columns().contains(it.left().column())) {
            return;
        }
        var block = shapes.table(it.left().table()).column(it.left().column()).block();
        var items = left.get().side(block).stream().filter(row -> row.role() == Role.ITEM).toList();
        for (var row : right.get().topRows(0)) {
            var amount = yuan(row, it.right());
            var same = items.stream().filter(item -> item.item().equals(row.item())).findFirst();
            if (same.isPresent() || amount.signum() != 0) {
                compare(
                        Rule.FUNCTION,
                        right.get(),
                        row,
                        it.right().column(),
                        same.map(item -> yuan(item, it.left())).orElse(BigDecimal.ZERO),
                        1,
                        "《" + left.get().title() + "》" + row.item());
            }
        }
    }

    private static Optional<OfficialTable> table(List<OfficialTable> tables, String key) {
        return tables.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** What is done with two cells. */
    private interface Held {
        void against(OfficialTable table, TableRow row, String column, BigDecimal of, String words);
    }

    private void pair(
            Pair pair, List<OfficialTable> tables, List<OfficialTable> others, Held held) {
        var here = table(tables, pair.table());
        var there = table(others, pair.ofTable());
        if (here.isEmpty()
                || there.isEmpty()
                || !here.get().columns().contains(pair.column())
                || !there.get().columns().contains(pair.ofColumn())) {
            return;
        }
        var block = shapes.table(pair.table()).column(pair.column()).block();
        var rows =
                pair.rows().equals("only")
                        ? here.get().row("only", block).stream().toList()
                        : rows(here.get(), block);
        for (var row : rows) {
            var same = same(row, there.get(), block, pair.rows().equals("only"));
            var cell = same.map(it -> it.cell(pair.ofColumn())).orElse(null);
            held.against(
                    here.get(),
                    row,
                    pair.column(),
                    cell == null ? BigDecimal.ZERO : cell.counted(),
                    "《" + there.get().title() + "》" + row.item());
        }
    }

    /** Totals and what is at the top: what a reader compares. */
    private static List<TableRow> rows(OfficialTable table, int block) {
        var top = table.topRows(block);
        return table.side(block).stream()
                .filter(
                        it ->
                                top.contains(it)
                                        || it.role() == Role.TOTAL
                                        || it.role() == Role.GRAND_TOTAL)
                .toList();
    }

    private static Optional<TableRow> same(
            TableRow row, OfficialTable other, int block, boolean only) {
        if (only) {
            return other.row("only", block);
        }
        return other.side(block).stream()
                .filter(it -> it.role() == row.role())
                .filter(
                        it ->
                                row.code().isEmpty()
                                        ? row.role() != Role.ITEM && row.role() != Role.PART
                                                || it.item().equals(row.item())
                                        : it.code().equals(row.code()))
                .findFirst();
    }

    private void initial(
            OfficialTable table, TableRow row, String column, BigDecimal of, String words) {
        compare(Rule.INITIAL, table, row, column, of, 1, words);
    }

    private void change(
            OfficialTable table, TableRow row, String column, BigDecimal of, String words) {
        var cell = row.cell(column);
        var is = cell == null ? BigDecimal.ZERO : cell.counted();
        var change = is.subtract(of).abs().multiply(HUNDRED);
        if (change.compareTo(of.abs().multiply(percent)) > 0) {
            findings.add(finding(Rule.CHANGE, table, row, column, is, of, words));
        }
    }

    /** How far one is from the other, in percent with one decimal; null where there was nothing. */
    static @Nullable BigDecimal percent(BigDecimal now, BigDecimal before) {
        return before.signum() == 0
                ? null
                : now.subtract(before)
                        .multiply(HUNDRED)
                        .divide(before.abs(), 1, java.math.RoundingMode.HALF_UP);
    }
}
