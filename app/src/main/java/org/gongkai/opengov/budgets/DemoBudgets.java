package org.gongkai.opengov.budgets;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.budgets.BudgetDesk.Unit;
import org.gongkai.opengov.budgets.BudgetPaper.Approval;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.settings.DemoData;
import org.springframework.stereotype.Component;

/**
 * The demo agency's budgets and accounts (演示预决算): two years of its own and one of two units under
 * it, invented figures that add up.
 */
@Component
class DemoBudgets implements DemoData {
    private static final int APPROVED_BEFORE = 12;

    private final BudgetPapers papers;
    private final BudgetDesk desk;
    private final BudgetAudit audit;
    private final BudgetShapes shapes;
    private final FileStore files;
    private final Organization organization;
    private final Wording wording;
    private final Clock clock;

    DemoBudgets(
            BudgetPapers papers,
            BudgetDesk desk,
            BudgetAudit audit,
            BudgetShapes shapes,
            FileStore files,
            Organization organization,
            Wording wording,
            Clock clock) {
        this.papers = papers;
        this.desk = desk;
        this.audit = audit;
        this.shapes = shapes;
        this.files = files;
        this.organization = organization;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 64;
    }

    @Override
    public void load() {
        var agency = organization.agencies().getFirst();
        var year = LocalDate.now(clock).getYear();
        for (var unit : desk.units(agency.id())) {
            var figures =
                    DemoFigures.of(
                            unit.subordinate()
                                    ? unit.key().substring(agency.key().length() + 1)
                                    : unit.key());
            if (figures.isEmpty()) {
                continue;
            }
            var before = DemoWorkbook.of(unit.name(), year - 1, figures, 96);
            var now = DemoWorkbook.of(unit.name(), year, figures, 100);
            if (!unit.subordinate()) {
                var earlier = DemoWorkbook.of(unit.name(), year - 2, figures, 92);
                enter(agency.id(), unit, year - 2, earlier.account(figures, 90));
                enter(agency.id(), unit, year - 1, before);
            }
            enter(agency.id(), unit, year - 1, before.account(figures, 93));
            enter(agency.id(), unit, year, now);
        }
    }

    private void enter(AgencyId agency, Unit unit, int year, DemoWorkbook workbook) {
        var kind = workbook.kind();
        var id =
                papers.add(
                        agency,
                        unit.key(),
                        unit.name(),
                        unit.subordinate(),
                        year,
                        kind,
                        null,
                        clock.instant());
        papers.approve(
                id,
                new Approval(
                        1,
                        wording.say("budgets.demo.approval", Integer.toString(year), id),
                        LocalDate.now(clock).minusDays(APPROVED_BEFORE),
                        "",
                        null,
                        clock.instant()));
        var paper = papers.get(id);
        var content = workbook.bytes();
        var name = desk.title(paper) + ".xlsx";
        var stored = files.put(new ByteArrayInputStream(content), name, UploadLimits.ATTACHMENT);
        var tables = BudgetWorkbook.read(content, shapes.of(kind).tables()).tables();
        papers.add(
                new BudgetVersion(id, 1, name, stored.sha256(), tables, "", null, clock.instant()));
        explain(papers.get(id), tables);
    }

    private void explain(BudgetPaper paper, List<OfficialTable> tables) {
        for (var it : shapes.of(paper.kind()).sections()) {
            if (it.required()) {
                papers.explain(
                        paper.id(),
                        BudgetAudit.SECTION + it.key(),
                        wording.say("budgets.demo.section", desk.title(paper), it.title()),
                        null,
                        clock.instant());
            }
        }
        for (var it : audit.judge(paper, tables)) {
            papers.explain(
                    paper.id(),
                    BudgetAudit.FINDING + it.finding().key(),
                    wording.say("budgets.demo.reason"),
                    null,
                    clock.instant());
        }
    }
}
