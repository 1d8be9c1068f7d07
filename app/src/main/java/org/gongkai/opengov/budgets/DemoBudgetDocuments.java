package org.gongkai.opengov.budgets;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.opengov.disclosures.Document;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.Documents;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.disclosures.ReviewDesk;
import org.gongkai.opengov.disclosures.ReviewDesk.ThreeGates;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.settings.DemoData;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Publishes the demo agency's budgets and accounts through the same desks as everything else
 * (演示预决算公开); the newest of one unit is left to be drafted.
 */
@Component
@ConditionalOnProperty(name = "gongkai.demo-documents", matchIfMissing = true)
class DemoBudgetDocuments implements DemoData {
    private final BudgetPapers papers;
    private final BudgetDesk desk;
    private final DraftingDesk drafting;
    private final ReviewDesk review;
    private final PublishingDesk publishing;
    private final Documents documents;
    private final Organization organization;
    private final Clock clock;

    DemoBudgetDocuments(
            BudgetPapers papers,
            BudgetDesk desk,
            DraftingDesk drafting,
            ReviewDesk review,
            PublishingDesk publishing,
            Documents documents,
            Organization organization,
            Clock clock) {
        this.papers = papers;
        this.desk = desk;
        this.drafting = drafting;
        this.review = review;
        this.publishing = publishing;
        this.documents = documents;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public void load() {
        var today = LocalDate.now(clock);
        var agency = organization.agencies().getFirst();
        var all = papers.list(agency.id());
        var left = all.stream().filter(BudgetPaper::subordinate).findFirst().orElseThrow();
        var clerk =
                organization.actorOn(
                        organization.personByKey("finance-clerk").orElseThrow().id(), today);
        for (var it : all.reversed()) {
            if (it.id() != left.id()) {
                publish(clerk, it, today);
            }
        }
    }

    private void publish(Actor clerk, BudgetPaper paper, LocalDate today) {
        var id = desk.draft(clerk, paper.id());
        drafting.submit(clerk, id);
        for (var document = document(id); document.awaiting() != null; document = document(id)) {
            var signer = holder(document.awaiting().role(), document, today);
            review.sign(
                    signer,
                    id,
                    documents.workingCopy(id).sha256(),
                    new ThreeGates(true, true, true),
                    "同意");
        }
        publishing.publish(holder(Role.DISCLOSURE_OFFICE, document(id), today), id);
    }

    private Document document(DocumentId id) {
        return documents.find(id).orElseThrow();
    }

    private Actor holder(Role role, Document document, LocalDate today) {
        var holders = organization.holders(document.agency(), role, document.section(), today);
        return organization.actorOn(holders.getFirst().id(), today);
    }
}
