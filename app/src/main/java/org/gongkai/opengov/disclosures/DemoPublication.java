package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.opengov.disclosures.ReviewDesk.ThreeGates;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Component;

/** Takes a draft of demo data through every level, each by the person whose it is (演示文件送审发布). */
@Component
public class DemoPublication {
    private final DraftingDesk drafting;
    private final ReviewDesk review;
    private final PublishingDesk publishing;
    private final Documents documents;
    private final Organization organization;
    private final Clock clock;

    DemoPublication(
            DraftingDesk drafting,
            ReviewDesk review,
            PublishingDesk publishing,
            Documents documents,
            Organization organization,
            Clock clock) {
        this.drafting = drafting;
        this.review = review;
        this.publishing = publishing;
        this.documents = documents;
        this.organization = organization;
        this.clock = clock;
    }

    /** Submits, signs and publishes it. */
    public IndexNumber publish(Actor clerk, DocumentId id) {
        drafting.submit(clerk, id);
        for (var document = document(id); document.awaiting() != null; document = document(id)) {
            review.sign(
                    holder(document.awaiting().role(), document),
                    id,
                    documents.workingCopy(id).sha256(),
                    new ThreeGates(true, true, true),
                    "同意");
        }
        return publishing.publish(holder(Role.DISCLOSURE_OFFICE, document(id)), id);
    }

    /** The person of demo data with this key, as they may act today. */
    public Actor actor(String key) {
        return organization.actorOn(
                organization.personByKey(key).orElseThrow().id(), LocalDate.now(clock));
    }

    private Document document(DocumentId id) {
        return documents.find(id).orElseThrow();
    }

    private Actor holder(Role role, Document document) {
        var today = LocalDate.now(clock);
        var holders = organization.holders(document.agency(), role, document.section(), today);
        return organization.actorOn(holders.getFirst().id(), today);
    }
}
