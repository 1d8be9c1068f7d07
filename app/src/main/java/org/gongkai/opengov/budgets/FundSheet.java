package org.gongkai.opengov.budgets;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.platform.files.CsvRows;
import org.gongkai.platform.files.TextFiles;
import org.gongkai.platform.refusals.Refusal;

/**
 * A list of what was granted, as it came (资金发放清单读取): the first visible sheet of an .xlsx, or a
 * .csv. Columns with numbers of cards, telephones and accounts are not read at all.
 */
final class FundSheet {
    private static final int SEARCHED = 10;
    private static final int MOST = 20_000;

    /** A list as long as it may be, its title, its heads, its sums and remarks. */
    private static final int ROWS = MOST + 100;

    private static final int LONGEST = 200;
    private static final int CENTS = 2;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,10}(\\.\\d{1,12})?");

    /** 单位：万元, 单位：亩、万元: any unit of money, so that one that is not read is refused. */
    private static final Pattern UNIT =
            Pattern.compile("单位(?:为|人民币|\\p{IsHan}{1,2}[、,/])*([十百千万亿]*元)");

    private static final Pattern HEAD_UNIT = Pattern.compile("([十百千万亿]*元)$");
    private static final Pattern PRIVATE = Pattern.compile("\\d{11}");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})$");

    private FundSheet() {}

    /** A column that is read. */
    private enum Field {
        RECIPIENT("领取人|发放对象|补贴对象|补助对象|姓名|户主姓名|企业名称|受益人|收款人|收款单位|单位名称|对象名称|名称"),
        KIND("对象类别|对象类型"),
        PLACE("所在村|村|村社区|所在地|地址|住址|乡镇村"),
        POLICY("政策名称|政策|项目名称|补贴项目|补助项目|资金名称"),
        BASIS("依据|政策依据|发放依据|文件依据"),
        AMOUNT("金额|发放金额|补贴金额|补助金额|拨付金额"),
        PAID_ON("发放日期|发放时间|拨付日期|拨付时间|日期");

        private final Pattern heads;

        Field(String heads) {
            this.heads = Pattern.compile(heads);
        }

        static Optional<Field> of(String head) {
            var plain = TableRow.plain(head).replaceFirst("(万元|元)$", "");
            for (var it : values()) {
                if (it.heads.matcher(plain).matches()) {
                    return Optional.of(it);
                }
            }
            return Optional.empty();
        }
    }

    /** What is wrong at a cell, by the key of its sentence. */
    record Wrong(String cell, String key, String text) {}

    /**
     * What was read.
     *
     * @param unread heads of columns that were left out
     */
    record Read(List<FundPayment> payments, List<Wrong> wrong, List<String> unread) {}

    /**
     * Reads it.
     *
     * @param today the last day on which anything was granted
     */
    static Read read(byte[] content, String name, LocalDate today) {
        var grid =
                name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                        ? SheetGrid.read(content, ROWS).getFirst()
                        : csv(content);
        for (var row = 0; row < Math.min(SEARCHED, grid.height()); row++) {
            var fields = new EnumMap<Field, Integer>(Field.class);
            for (var column = 0; column < grid.width(); column++) {
                var at = column;
                Field.of(grid.text(row, column)).ifPresent(it -> fields.putIfAbsent(it, at));
            }
            if (fields.containsKey(Field.RECIPIENT) && fields.containsKey(Field.AMOUNT)) {
                return below(grid, row, fields, today);
            }
        }
        throw Refusal.invalid("file", "budgets.funds.problem.no-heads");
    }

    private static Read below(
            SheetGrid grid, int head, Map<Field, Integer> fields, LocalDate today) {
        for (var it : Set.of(Field.POLICY, Field.BASIS, Field.PAID_ON)) {
            if (!fields.containsKey(it)) {
                throw Refusal.invalid("file", "budgets.funds.problem.columns");
            }
        }
        var unread = new LinkedHashSet<String>();
        for (var column = 0; column < grid.width(); column++) {
            if (!fields.containsValue(column) && !grid.text(head, column).isEmpty()) {
                unread.add(grid.text(head, column));
            }
        }
        var payments = new ArrayList<FundPayment>();
        var wrong = new ArrayList<Wrong>();
        var unit = unit(grid, head, Objects.requireNonNull(fields.get(Field.AMOUNT)));
        for (var row = head + 1; row < grid.height(); row++) {
            new Line(grid, row, fields, wrong).read(unit, today).ifPresent(payments::add);
        }
        if (payments.size() > MOST) {
            throw Refusal.invalid("file", "budgets.funds.problem.too-many", MOST);
        }
        if (payments.isEmpty() && wrong.isEmpty()) {
            throw Refusal.invalid("file", "budgets.funds.problem.empty");
        }
        return new Read(List.copyOf(payments), List.copyOf(wrong), List.copyOf(unread));
    }

    /**
     * What amounts count in: said in the head of their column or in a cell above or beside it; yuan
     * where nothing is said. Refused where two are said, or another than 元 and 万元.
     */
    private static AmountUnit unit(SheetGrid grid, int head, int amounts) {
        var said = new LinkedHashSet<String>();
        HEAD_UNIT
                .matcher(TableRow.plain(grid.text(head, amounts)))
                .results()
                .forEach(it -> said.add(it.group(1)));
        for (var row = 0; row <= head; row++) {
            for (var column = 0; column < grid.width(); column++) {
                UNIT.matcher(unmarked(grid.text(row, column)))
                        .results()
                        .forEach(it -> said.add(it.group(1)));
            }
        }
        if (said.isEmpty()) {
            return AmountUnit.YUAN;
        }
        return Arrays.stream(AmountUnit.values())
                .filter(it -> said.size() == 1 && said.contains(it.term()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("file", "budgets.funds.problem.unit"));
    }

    private static String unmarked(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("[\\s:()]", "");
    }

    /** One row of the list. */
    private record Line(SheetGrid grid, int row, Map<Field, Integer> fields, List<Wrong> wrong) {

        Optional<FundPayment> read(AmountUnit unit, LocalDate today) {
            var name = text(Field.RECIPIENT);
            if (isNoPayment(name)) {
                return Optional.empty();
            }
            var before = wrong.size();
            if (name.isEmpty()) {
                wrong(Field.RECIPIENT, "recipient");
            }
            var policy = words(Field.POLICY);
            var basis = words(Field.BASIS);
            for (var it : List.of(Field.RECIPIENT, Field.POLICY, Field.BASIS)) {
                if (PRIVATE.matcher(text(it).replace(" ", "")).find()) {
                    wrong(it, "private");
                }
            }
            var amount = amount(unit);
            var day = day(today);
            if (wrong.size() > before) {
                return Optional.empty();
            }
            var recipient = FundRecipient.of(name, text(Field.KIND));
            return Optional.of(
                    new FundPayment(
                            row + 1,
                            recipient.kind(),
                            recipient.published(),
                            FundRecipient.place(text(Field.PLACE)),
                            policy,
                            basis,
                            amount.orElseThrow(),
                            day.orElseThrow()));
        }

        /** An empty row, a sum, or a remark. */
        private boolean isNoPayment(String name) {
            for (var column = 0; column < grid.width(); column++) {
                var words = TableRow.plain(grid.text(row, column));
                if (!words.isEmpty()) {
                    return words.matches("合计|总计|小计|注.*|备注.*|填表人.*|制表人.*")
                            || words.matches(".*(合计|小计|总计)$") && name.isEmpty()
                            || TableRow.plain(name).matches("合计|总计|小计");
                }
            }
            return true;
        }

        private String text(Field field) {
            var column = fields.get(field);
            return column == null
                    ? ""
                    : Normalizer.normalize(grid.text(row, column), Normalizer.Form.NFKC).strip();
        }

        private String words(Field field) {
            var words = text(field);
            if (words.isEmpty() || words.length() > LONGEST) {
                wrong(field, "words");
            }
            return words;
        }

        private Optional<BigDecimal> amount(AmountUnit unit) {
            var words = text(Field.AMOUNT);
            var plain = words.replaceAll("[\\s,¥￥元]", "");
            if (AMOUNT.matcher(plain).matches()
                    && (unit == AmountUnit.YUAN || !words.contains(AmountUnit.YUAN.term()))) {
                var yuan = unit.toYuan(new BigDecimal(plain)).stripTrailingZeros();
                if (yuan.signum() > 0 && yuan.scale() <= CENTS) {
                    return Optional.of(yuan.setScale(CENTS));
                }
            }
            wrong(Field.AMOUNT, "amount");
            return Optional.empty();
        }

        private Optional<LocalDate> day(LocalDate today) {
            var words = EIGHT_DIGITS.matcher(text(Field.PAID_ON)).replaceFirst("$1-$2-$3");
            var read = DAY.matcher(words);
            if (read.matches()) {
                try {
                    var day =
                            LocalDate.of(
                                    Integer.parseInt(read.group(1)),
                                    Integer.parseInt(read.group(2)),
                                    Integer.parseInt(read.group(3)));
                    if (!day.isAfter(today)) {
                        return Optional.of(day);
                    }
                    wrong(Field.PAID_ON, "future");
                    return Optional.empty();
                } catch (DateTimeException noDay) {
                    wrong(Field.PAID_ON, "day");
                    return Optional.empty();
                }
            }
            wrong(Field.PAID_ON, "day");
            return Optional.empty();
        }

        private void wrong(Field field, String key) {
            int column = Objects.requireNonNull(fields.get(field));
            var shown = key.equals("private") ? "" : grid.text(row, column);
            wrong.add(new Wrong(SheetGrid.name(row, column), key, shown));
        }
    }

    private static SheetGrid csv(byte[] content) {
        var text =
                TextFiles.decode(content)
                        .orElseThrow(
                                () -> Refusal.invalid("file", "budgets.imports.problem.broken"));
        var rows = new ArrayList<List<SheetGrid.Value>>();
        try {
            var read = new CsvRows(new StringReader(text));
            for (var row = read.next(); row.isPresent(); row = read.next()) {
                if (rows.size() > ROWS) {
                    throw Refusal.invalid("file", "budgets.funds.problem.too-many", MOST);
                }
                while (rows.size() < read.number() - 1) {
                    rows.add(List.of());
                }
                rows.add(
                        row.get().stream()
                                .map(it -> new SheetGrid.Value(it.strip(), false))
                                .toList());
            }
        } catch (IOException broken) {
            throw Refusal.invalid("file", "budgets.imports.problem.broken");
        }
        return new SheetGrid("", rows);
    }
}
