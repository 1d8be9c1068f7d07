package org.gongkai.opengov.budgets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.opengov.budgets.BudgetPaper.State;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Budgets and accounts for everybody (预决算公示): by when each is to be public and since when it is,
 * and the tables of those that are. A figure is shown only while the document that publishes it is
 * public.
 */
@Service
@Transactional(readOnly = true)
public class PublicBudgets {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final BudgetPapers papers;
    private final BudgetDesk desk;
    private final BudgetShapes shapes;
    private final PublicRegister register;
    private final Organization organization;
    private final Clock clock;

    PublicBudgets(
            BudgetPapers papers,
            BudgetDesk desk,
            BudgetShapes shapes,
            PublicRegister register,
            Organization organization,
            Clock clock) {
        this.papers = papers;
        this.desk = desk;
        this.shapes = shapes;
        this.register = register;
        this.organization = organization;
        this.clock = clock;
    }

    /** A paper in the list. */
    public record Line(BudgetPaper paper, String title, State state) {
        /** Whether its figures can be read. */
        public boolean open() {
            return paper.publicVersion() != null;
        }
    }

    /**
     * A bar of a chart, with its row of the table.
     *
     * @param width of 100
     * @param before what it is compared with; null where nothing is
     * @param percent by how many percent it changed; empty where nothing was before
     */
    public record Bar(
            String label,
            String amount,
            BigDecimal width,
            @Nullable String before,
            BigDecimal beforeWidth,
            String percent) {}

    /**
     * A chart that is a table.
     *
     * @param key of its caption: functions, three-public, comparison, three-public-comparison
     */
    public record Chart(String key, String unit, List<Bar> bars) {}

    /** All that is public of a paper. */
    public record Open(
            BudgetPaper paper,
            String title,
            State state,
            PublicListing listing,
            BudgetVersion version,
            List<TablePicture> tables,
            List<Chart> charts,
            List<Line> others) {}

    /** What public pages about an agency's budgets are made from. */
    static String source(AgencyId agency) {
        return "budgets/" + agency;
    }

    /** The agency with this key; the one whose site it is where none is named. */
    public Agency agency(@Nullable String key) {
        return organization.agencies().stream()
                .filter(it -> key == null || key.isBlank() || it.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** What was approved, the newest year first. */
    public List<Line> lines(Agency agency) {
        PageSources.note(source(agency.id()));
        return papers.list(agency.id()).stream()
                .filter(it -> it.approval() != null)
                .map(this::line)
                .toList();
    }

    private Line line(BudgetPaper paper) {
        return new Line(paper, desk.title(paper), paper.state(LocalDate.now(clock)));
    }

    /** One that is public. */
    public Open one(int year, String unit, String kind) {
        var paper =
                BudgetKind.named(kind)
                        .flatMap(it -> papers.find(unit, year, it))
                        .orElseThrow(Refusal::notFound);
        PageSources.note(source(paper.agency()));
        var listing = listing(paper).orElseThrow(Refusal::notFound);
        var version = open(paper).orElseThrow(Refusal::notFound);
        return new Open(
                paper,
                desk.title(paper),
                paper.state(LocalDate.now(clock)),
                listing,
                version,
                version.tables().stream()
                        .flatMap(
                                it ->
                                        TablePicture.of(it, shapes.of(paper.kind()).table(it.key()))
                                                .stream())
                        .toList(),
                charts(paper, version),
                papers.list(paper.agency()).stream()
                        .filter(it -> it.unit().equals(unit) && it.id() != paper.id())
                        .filter(it -> it.publicVersion() != null)
                        .map(this::line)
                        .toList());
    }

    private Optional<PublicListing> listing(BudgetPaper paper) {
        return papers.publicDocument(paper.id()).flatMap(register::find);
    }

    private Optional<BudgetVersion> open(BudgetPaper paper) {
        var number = paper.publicVersion();
        return number == null ? Optional.empty() : papers.version(paper.id(), number);
    }

    private List<Chart> charts(BudgetPaper paper, BudgetVersion version) {
        var base =
                papers.find(
                                paper.unit(),
                                paper.kind() == BudgetKind.BUDGET ? paper.year() - 1 : paper.year(),
                                BudgetKind.BUDGET)
                        .filter(it -> listing(it).isPresent())
                        .flatMap(this::open)
                        .map(BudgetVersion::tables)
                        .orElse(List.of());
        var charts = new ArrayList<Chart>();
        chart("functions", functions(version.tables()), functions(base), version, charts);
        chart("three-public", three(version, paper.kind()), three(base), version, charts);
        return charts;
    }

    /** An amount by its name. */
    private record Amount(String label, BigDecimal yuan) {}

    private static List<Amount> functions(List<OfficialTable> tables) {
        return table(tables, "expenditure").stream()
                .flatMap(it -> Stream.concat(it.topRows(0).stream(), it.row("total", 0).stream()))
                .map(it -> new Amount(it.item(), amount(it, "total")))
                .filter(it -> it.yuan().signum() != 0)
                .toList();
    }

    private List<Amount> three(BudgetVersion version, BudgetKind kind) {
        return three(version.tables(), shapes.of(kind));
    }

    private List<Amount> three(List<OfficialTable> budget) {
        return three(budget, shapes.of(BudgetKind.BUDGET));
    }

    private static List<Amount> three(List<OfficialTable> tables, BudgetShapes.KindShapes shapes) {
        var shape = shapes.table("three-public");
        return table(tables, "three-public").stream()
                .flatMap(
                        it ->
                                it.row("only", 0).stream()
                                        .flatMap(
                                                row ->
                                                        Stream.of(
                                                                        "abroad",
                                                                        "purchase",
                                                                        "operation",
                                                                        "reception",
                                                                        "total")
                                                                .map(
                                                                        key ->
                                                                                named(
                                                                                        shape, key,
                                                                                        row))))
                .toList();
    }

    private static Amount named(TableShape shape, String key, TableRow row) {
        return new Amount(shape.column(key).title().replaceFirst("^决算数", ""), amount(row, key));
    }

    private static BigDecimal amount(TableRow row, String column) {
        var cell = row.cell(column);
        return cell == null ? BigDecimal.ZERO : cell.counted();
    }

    private static Optional<OfficialTable> table(List<OfficialTable> tables, String key) {
        return tables.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    private static void chart(
            String key,
            List<Amount> now,
            List<Amount> before,
            BudgetVersion version,
            List<Chart> charts) {
        if (now.isEmpty()) {
            return;
        }
        var unit =
                table(version.tables(), key.equals("functions") ? "expenditure" : key)
                        .orElseThrow()
                        .unit();
        var most =
                Stream.concat(now.stream(), before.stream())
                        .map(Amount::yuan)
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO);
        var bars = new ArrayList<Bar>();
        for (var it : now) {
            var was =
                    before.isEmpty()
                            ? null
                            : before.stream()
                                    .filter(other -> other.label().equals(it.label()))
                                    .map(Amount::yuan)
                                    .findFirst()
                                    .orElse(BigDecimal.ZERO);
            var percent = was == null ? null : BudgetCheck.percent(it.yuan(), was);
            bars.add(
                    new Bar(
                            it.label(),
                            unit.written(it.yuan()),
                            width(it.yuan(), most),
                            was == null ? null : unit.written(was),
                            was == null ? BigDecimal.ZERO : width(was, most),
                            percent == null
                                    ? ""
                                    : (percent.signum() > 0 ? "+" : "")
                                            + percent.toPlainString()
                                            + "%"));
        }
        charts.add(new Chart(before.isEmpty() ? key : key + "-compared", unit.term(), bars));
    }

    private static BigDecimal width(BigDecimal amount, BigDecimal most) {
        return most.signum() <= 0
                ? BigDecimal.ZERO
                : amount.max(BigDecimal.ZERO)
                        .multiply(HUNDRED)
                        .divide(most, 2, RoundingMode.HALF_EVEN);
    }
}
