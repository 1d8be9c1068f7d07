package org.gongkai.opengov.drinkingwater.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.gongkai.opengov.disclosures.Document;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.Documents;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.disclosures.ReviewDesk;
import org.gongkai.opengov.disclosures.ReviewDesk.ThreeGates;
import org.gongkai.opengov.drinkingwater.results.Samplings;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.gongkai.platform.settings.DemoData;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Reports of the demo agency's months (演示月报): written, signed at every level and published by its
 * people through the same desks as everything else, so that its water is public.
 */
@Component
@ConditionalOnProperty(name = "gongkai.demo-documents", matchIfMissing = true)
class DemoWaterReports implements DemoData {
    private static final int MONTHS = 13;
    private static final String SECTION = "water";
    private static final ReportWords WORDS = new ReportWords("", "本报告的数据是演示数据。");

    private final ReportDesk desk;
    private final Samplings samplings;
    private final DraftingDesk drafting;
    private final ReviewDesk review;
    private final PublishingDesk publishing;
    private final Documents documents;
    private final Organization organization;
    private final Clock clock;

    DemoWaterReports(
            ReportDesk desk,
            Samplings samplings,
            DraftingDesk drafting,
            ReviewDesk review,
            PublishingDesk publishing,
            Documents documents,
            Organization organization,
            Clock clock) {
        this.desk = desk;
        this.samplings = samplings;
        this.drafting = drafting;
        this.review = review;
        this.publishing = publishing;
        this.documents = documents;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 62;
    }

    @Override
    public void load() {
        var agency = organization.agencies().getFirst().id();
        var section = organization.findSection(agency, SECTION).orElseThrow().id();
        var now = YearMonth.now(clock);
        for (var month = now.minusMonths(MONTHS);
                month.isBefore(now);
                month = month.plusMonths(1)) {
            if (!samplings.newest(agency, month, month).isEmpty()) {
                publish(agency, section, month);
            }
        }
    }

    private void publish(AgencyId agency, SectionId section, YearMonth month) {
        var clerk = holder(Role.CLERK, agency, section);
        var id = desk.draft(clerk, ReportPeriod.of(month), WORDS);
        drafting.submit(clerk, id);
        for (var document = document(id); document.awaiting() != null; document = document(id)) {
            review.sign(
                    holder(document.awaiting().role(), agency, section),
                    id,
                    documents.workingCopy(id).sha256(),
                    new ThreeGates(true, true, true),
                    "同意");
        }
        publishing.publish(holder(Role.DISCLOSURE_OFFICE, agency, section), id);
    }

    private Document document(DocumentId id) {
        return documents.find(id).orElseThrow();
    }

    private Actor holder(Role role, AgencyId agency, SectionId section) {
        var today = LocalDate.now(clock);
        var holder = organization.holders(agency, role, section, today).getFirst();
        return organization.actorOn(holder.id(), today);
    }
}
