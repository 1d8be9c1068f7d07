package org.gongkai.opengov.budgets;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.opengov.disclosures.DemoPublication;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.settings.DemoData;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Publishes the demo agency's budgets and accounts through the same desks as everything else
 * (演示预决算公开), with its list of fiscal duties and what was granted to farmers and firms; the newest
 * budget of one unit is left to be drafted.
 */
@Component
@ConditionalOnProperty(name = "gongkai.demo-documents", matchIfMissing = true)
class DemoBudgetDocuments implements DemoData {
    private static final int PAID_BEFORE = 20;

    private final BudgetPapers papers;
    private final BudgetDesk desk;
    private final FiscalDutyDesk duties;
    private final FundDesk funds;
    private final DemoPublication publication;
    private final Organization organization;
    private final Wording wording;
    private final Clock clock;

    DemoBudgetDocuments(
            BudgetPapers papers,
            BudgetDesk desk,
            FiscalDutyDesk duties,
            FundDesk funds,
            DemoPublication publication,
            Organization organization,
            Wording wording,
            Clock clock) {
        this.papers = papers;
        this.desk = desk;
        this.duties = duties;
        this.funds = funds;
        this.publication = publication;
        this.organization = organization;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public void load() {
        var agency = organization.agencies().getFirst();
        var all = papers.list(agency.id());
        var left = all.stream().filter(BudgetPaper::subordinate).findFirst().orElseThrow();
        var clerk = publication.actor("finance-clerk");
        for (var it : all.reversed()) {
            if (it.id() != left.id()) {
                publication.publish(clerk, desk.draft(clerk, it.id()));
            }
        }
        publishDuties(clerk);
        publishFunds(clerk);
    }

    private void publishDuties(Actor clerk) {
        duties.enter(clerk, wording.say("budgets.demo.duties").replace(";", "\n"), "");
        publication.publish(clerk, duties.draft(clerk));
    }

    private void publishFunds(Actor clerk) {
        var paid = LocalDate.now(clock).minusDays(PAID_BEFORE);
        var list =
                wording.say("budgets.demo.funds", paid.toString(), Integer.toString(paid.getYear()))
                        .replace(";", "\n");
        var id =
                funds.begin(
                        clerk,
                        wording.say("budgets.demo.funds.file"),
                        new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));
        funds.take(clerk, id);
        publication.publish(clerk, funds.draft(clerk, id));
    }
}
