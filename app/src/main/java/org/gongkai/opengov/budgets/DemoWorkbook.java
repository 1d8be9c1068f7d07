package org.gongkai.opengov.budgets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of the official tables made from a few figures (演示工作簿): everything in it is computed,
 * so that it adds up.
 */
final class DemoWorkbook {
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final String unit;
    private final int year;
    private final BudgetKind kind;
    private final List<Line> functions;
    private final List<Line> economics;
    private final BigDecimal[] three;
    private final DemoWorkbook budget;

    /**
     * An item.
     *
     * @param first 基本支出, or 人员经费
     * @param second 项目支出, or 公用经费
     */
    record Line(String code, String name, BigDecimal first, BigDecimal second) {
        BigDecimal total() {
            return first.add(second);
        }
    }

    /**
     * @param three 因公出国（境）费, 公务用车购置费, 公务用车运行费, 公务接待费
     * @param budget whose figures an account repeats as 年初预算数; itself for a budget
     */
    private DemoWorkbook(
            String unit,
            int year,
            BudgetKind kind,
            List<Line> functions,
            List<Line> economics,
            BigDecimal[] three,
            @Nullable DemoWorkbook budget) {
        this.unit = unit;
        this.year = year;
        this.kind = kind;
        this.functions = functions;
        this.economics = economics;
        this.three = three;
        this.budget = budget == null ? this : budget;
    }

    /**
     * @param lines of {@code demo/budgets/figures.csv} of this unit: sort, code, name, two amounts
     * @param percent of the figures, for another year
     */
    static DemoWorkbook of(String unit, int year, List<List<String>> lines, int percent) {
        return made(unit, year, BudgetKind.BUDGET, lines, percent, null);
    }

    /** The account of the same year: this many percent of the budget were spent. */
    DemoWorkbook account(List<List<String>> lines, int percent) {
        return made(unit, year, BudgetKind.ACCOUNT, lines, percent, this);
    }

    private static DemoWorkbook made(
            String unit,
            int year,
            BudgetKind kind,
            List<List<String>> lines,
            int percent,
            @Nullable DemoWorkbook budget) {
        var functions = new ArrayList<Line>();
        var economics = new ArrayList<Line>();
        var three = new BigDecimal[] {NOTHING, NOTHING, NOTHING, NOTHING};
        for (var it : lines) {
            var line =
                    new Line(
                            it.get(1),
                            it.get(2),
                            scaled(it.get(3), percent),
                            scaled(it.get(4), percent));
            switch (it.get(0)) {
                case "function" -> functions.add(line);
                case "economic" -> economics.add(line);
                default -> three[Integer.parseInt(line.code())] = line.first();
            }
        }
        settle(functions, economics);
        return new DemoWorkbook(unit, year, kind, functions, economics, three, budget);
    }

    /** 基本支出 by economic codes is 基本支出 by functions: the last item takes the rounding. */
    private static void settle(List<Line> functions, List<Line> economics) {
        var basic = sum(functions.stream().map(Line::first).toList());
        var so = sum(economics.stream().map(Line::total).toList());
        var last = economics.removeLast();
        economics.add(
                new Line(
                        last.code(),
                        last.name(),
                        last.first(),
                        last.second().add(basic.subtract(so))));
    }

    private static BigDecimal scaled(String amount, int percent) {
        return new BigDecimal(amount)
                .multiply(BigDecimal.valueOf(percent))
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(NOTHING, BigDecimal::add);
    }

    private BigDecimal basic() {
        return sum(functions.stream().map(Line::first).toList());
    }

    private BigDecimal project() {
        return sum(functions.stream().map(Line::second).toList());
    }

    private BigDecimal total() {
        return basic().add(project());
    }

    private BigDecimal threeTotal() {
        return sum(List.of(three));
    }

    private BigDecimal vehicles() {
        return three[1].add(three[2]);
    }

    BudgetKind kind() {
        return kind;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Gongkai", null)) {
            if (kind == BudgetKind.BUDGET) {
                budget(book);
            } else {
                account(book);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void budget(Workbook book) {
        sides(book, "收支总表", false, "预算数");
        listed(
                book,
                "收入总表",
                List.of("科目编码", "科目名称", "合计", "上年结转", "一般公共预算", "政府性基金预算"),
                it -> List.of(it.total(), NOTHING, it.total(), NOTHING));
        listed(book, "支出总表", List.of("科目编码", "科目名称", "合计", "基本支出", "项目支出"), DemoWorkbook::split);
        granted(book, "财政拨款收支总表", "合计", "预算数", "一般公共预算", "政府性基金预算");
        listed(
                book,
                "一般公共预算支出表",
                List.of("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
                DemoWorkbook::split);
        economic(book, "一般公共预算基本支出表");
        three(book, "一般公共预算“三公”经费支出表", false);
        empty(book, "政府性基金预算支出表", List.of("科目编码", "科目名称", "合计", "基本支出", "项目支出"));
        empty(book, "国有资本经营预算支出表", List.of("科目编码", "科目名称", "合计", "基本支出", "项目支出"));
    }

    private void account(Workbook book) {
        sides(book, "收入支出决算总表", true, "决算数");
        listed(
                book,
                "收入决算表",
                List.of("科目编码", "科目名称", "本年收入合计", "财政拨款收入", "其他收入"),
                it -> List.of(it.total(), it.total(), NOTHING));
        listed(
                book,
                "支出决算表",
                List.of("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"),
                DemoWorkbook::split);
        granted(book, "财政拨款收入支出决算总表", "合计", "决算数", "一般公共预算财政拨款", "政府性基金预算财政拨款");
        listed(
                book,
                "一般公共预算财政拨款支出决算表",
                List.of("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"),
                DemoWorkbook::split);
        economic(book, "一般公共预算财政拨款基本支出决算表");
        empty(
                book,
                "政府性基金预算财政拨款收入支出决算表",
                List.of("科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出小计", "基本支出", "项目支出", "年末结转和结余"));
        empty(book, "国有资本经营预算财政拨款支出决算表", List.of("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"));
        three(book, "财政拨款“三公”经费支出决算表", true);
    }

    private Worksheet sheet(Workbook book, String title, int columns) {
        var sheet = book.newWorksheet(title.replaceAll("[“”]", ""));
        sheet.value(0, 0, unit + year + "年度" + title);
        sheet.range(0, 0, 0, columns - 1).merge();
        sheet.value(1, columns - 1, "单位：万元");
        for (var at = 0; at < columns; at++) {
            sheet.width(at, 18);
        }
        return sheet;
    }

    /** The top of each function: 类. */
    private Map<String, Line> classes() {
        var classes = new LinkedHashMap<String, Line>();
        for (var it : functions) {
            var code = it.code().substring(0, 3);
            var name = className(code);
            classes.merge(
                    code,
                    new Line(code, name, it.first(), it.second()),
                    (a, b) ->
                            new Line(
                                    code,
                                    name,
                                    a.first().add(b.first()),
                                    a.second().add(b.second())));
        }
        return classes;
    }

    private static String className(String code) {
        return switch (code) {
            case "208" -> "社会保障和就业支出";
            case "210" -> "卫生健康支出";
            case "211" -> "节能环保支出";
            case "221" -> "住房保障支出";
            default -> throw new IllegalArgumentException(code);
        };
    }

    private void sides(Workbook book, String title, boolean initial, String amount) {
        var wide = initial ? 6 : 4;
        var sheet = sheet(book, title, wide);
        var half = wide / 2;
        sheet.value(2, 0, "收入");
        sheet.range(2, 0, 2, half - 1).merge();
        sheet.value(2, half, "支出");
        sheet.range(2, half, 2, wide - 1).merge();
        for (var side : List.of(0, half)) {
            sheet.value(3, side, "项目");
            if (initial) {
                sheet.value(3, side + 1, "年初预算数");
            }
            sheet.value(3, side + half - 1, amount);
        }
        var income = new TreeMap<Integer, String>(Map.of(0, "一、一般公共预算拨款收入", 1, "二、政府性基金预算拨款收入"));
        var classes = List.copyOf(classes().values());
        var planned = List.copyOf(budget.classes().values());
        var numerals = "一二三四五六七八";
        for (var at = 0; at < classes.size(); at++) {
            var row = 4 + at;
            if (income.containsKey(at)) {
                sheet.value(row, 0, income.get(at));
                amounts(
                        sheet,
                        row,
                        1,
                        initial,
                        at == 0 ? budget.total() : NOTHING,
                        at == 0 ? total() : NOTHING);
            }
            sheet.value(row, half, numerals.charAt(at) + "、" + classes.get(at).name());
            amounts(
                    sheet,
                    row,
                    half + 1,
                    initial,
                    planned.get(at).total(),
                    classes.get(at).total());
        }
        var end = 4 + classes.size();
        total(sheet, end, 0, half, initial, "本年收入合计", "本年支出合计");
        sheet.value(end + 1, 0, "上年结转");
        amounts(sheet, end + 1, 1, initial, NOTHING, NOTHING);
        sheet.value(end + 1, half, "结转下年");
        amounts(sheet, end + 1, half + 1, initial, NOTHING, NOTHING);
        total(sheet, end + 2, 0, half, initial, "收入总计", "支出总计");
    }

    private void total(
            Worksheet sheet,
            int row,
            int left,
            int half,
            boolean initial,
            String income,
            String expense) {
        sheet.value(row, left, income);
        amounts(sheet, row, left + 1, initial, budget.total(), total());
        sheet.value(row, half, expense);
        amounts(sheet, row, half + 1, initial, budget.total(), total());
    }

    private static void amounts(
            Worksheet sheet,
            int row,
            int column,
            boolean initial,
            BigDecimal planned,
            BigDecimal amount) {
        if (initial) {
            sheet.value(row, column, planned);
            sheet.value(row, column + 1, amount);
        } else {
            sheet.value(row, column, amount);
        }
    }

    private void granted(
            Workbook book, String title, String sum, String amount, String general, String fund) {
        var sheet = sheet(book, title, 6);
        sheet.value(2, 0, "收入");
        sheet.range(2, 0, 2, 1).merge();
        sheet.value(2, 2, "支出");
        sheet.range(2, 2, 2, 5).merge();
        var heads = List.of("项目", amount, "项目", sum, general, fund);
        for (var at = 0; at < heads.size(); at++) {
            sheet.value(3, at, heads.get(at));
        }
        sheet.value(4, 0, "一、本年收入");
        sheet.value(4, 1, total());
        sheet.value(4, 2, "一、本年支出");
        spent(sheet, 4, total());
        sheet.value(5, 0, "（一）一般公共预算拨款");
        sheet.value(5, 1, total());
        sheet.value(6, 0, "（二）政府性基金预算拨款");
        sheet.value(6, 1, NOTHING);
        var row = 5;
        var numerals = "一二三四五六七八";
        for (var it : classes().values()) {
            sheet.value(row, 2, "（" + numerals.charAt(row - 5) + "）" + it.name());
            spent(sheet, row, it.total());
            row++;
        }
        sheet.value(row, 0, "二、上年结转");
        sheet.value(row, 1, NOTHING);
        sheet.value(row, 2, "二、结转下年");
        spent(sheet, row, NOTHING);
        sheet.value(row + 1, 0, "收入总计");
        sheet.value(row + 1, 1, total());
        sheet.value(row + 1, 2, "支出总计");
        spent(sheet, row + 1, total());
    }

    private static void spent(Worksheet sheet, int row, BigDecimal amount) {
        sheet.value(row, 3, amount);
        sheet.value(row, 4, amount);
        sheet.value(row, 5, NOTHING);
    }

    /** What stands in the columns of a row. */
    private interface Columns {
        List<BigDecimal> of(Line line);
    }

    private static List<BigDecimal> split(Line line) {
        return List.of(line.total(), line.first(), line.second());
    }

    private void listed(Workbook book, String title, List<String> heads, Columns columns) {
        var sheet = sheet(book, title, heads.size());
        heads(sheet, heads);
        var row = 3;
        row(sheet, row++, "", "合计", columns.of(new Line("", "", basic(), project())));
        for (var it : tree(functions, 3, 5)) {
            row(sheet, row++, it.code(), it.name(), columns.of(it));
        }
    }

    private static void heads(Worksheet sheet, List<String> heads) {
        for (var at = 0; at < heads.size(); at++) {
            sheet.value(2, at, heads.get(at));
        }
    }

    /** With 类 and 款 above what was given. */
    private static List<Line> tree(List<Line> leaves, int... lengths) {
        var tree = new TreeMap<String, Line>();
        for (var it : leaves) {
            tree.put(it.code(), it);
            for (var length : lengths) {
                if (it.code().length() > length) {
                    var code = it.code().substring(0, length);
                    var name = length == 3 ? topName(code) : it.name().split("·")[0];
                    tree.merge(
                            code,
                            new Line(code, name, it.first(), it.second()),
                            (a, b) ->
                                    new Line(
                                            code,
                                            a.name(),
                                            a.first().add(b.first()),
                                            a.second().add(b.second())));
                }
            }
        }
        return List.copyOf(tree.values());
    }

    private static String topName(String code) {
        return switch (code) {
            case "301" -> "工资福利支出";
            case "302" -> "商品和服务支出";
            case "303" -> "对个人和家庭的补助";
            default -> className(code);
        };
    }

    private static void row(
            Worksheet sheet, int row, String code, String name, List<BigDecimal> amounts) {
        sheet.value(row, 0, code);
        sheet.value(row, 1, name.substring(name.indexOf('·') + 1));
        for (var at = 0; at < amounts.size(); at++) {
            sheet.value(row, at + 2, amounts.get(at));
        }
    }

    private void economic(Workbook book, String title) {
        var heads = List.of("科目编码", "科目名称", "合计", "人员经费", "公用经费");
        var sheet = sheet(book, title, heads.size());
        heads(sheet, heads);
        var row = 3;
        for (var it : tree(economics, 3)) {
            row(sheet, row++, it.code(), it.name(), split(it));
        }
        row(
                sheet,
                row,
                "",
                "合计",
                split(
                        new Line(
                                "",
                                "",
                                sum(economics.stream().map(Line::first).toList()),
                                sum(economics.stream().map(Line::second).toList()))));
    }

    private void three(Workbook book, String title, boolean both) {
        var sheet = sheet(book, title, both ? 12 : 6);
        var head = both ? 3 : 2;
        if (both) {
            sheet.value(2, 0, "预算数");
            sheet.range(2, 0, 2, 5).merge();
            sheet.value(2, 6, "决算数");
            sheet.range(2, 6, 2, 11).merge();
        }
        for (var from = 0; from < (both ? 12 : 6); from += 6) {
            var of = both && from == 0 ? budget : this;
            sheet.value(head, from, "合计");
            sheet.range(head, from, head + 1, from).merge();
            sheet.value(head, from + 1, "因公出国（境）费");
            sheet.range(head, from + 1, head + 1, from + 1).merge();
            sheet.value(head, from + 2, "公务用车购置及运行费");
            sheet.range(head, from + 2, head, from + 4).merge();
            sheet.value(head + 1, from + 2, "小计");
            sheet.value(head + 1, from + 3, "公务用车购置费");
            sheet.value(head + 1, from + 4, "公务用车运行费");
            sheet.value(head, from + 5, "公务接待费");
            sheet.range(head, from + 5, head + 1, from + 5).merge();
            var amounts =
                    List.of(
                            of.threeTotal(),
                            of.three[0],
                            of.vehicles(),
                            of.three[1],
                            of.three[2],
                            of.three[3]);
            for (var at = 0; at < amounts.size(); at++) {
                sheet.value(head + 2, from + at, amounts.get(at));
            }
        }
    }

    private void empty(Workbook book, String title, List<String> heads) {
        var sheet = sheet(book, title, heads.size());
        heads(sheet, heads);
        sheet.value(4, 0, "注：本表无数据");
    }
}
