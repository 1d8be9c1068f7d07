package org.gongkai.opengov.disclosures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.disclosures.ReviewDesk.ThreeGates;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.settings.DemoData;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo agency's published documents (演示文件): real titles of the bureau, drafted, signed at every
 * level and published by the invented people through the same desks as everything else.
 *
 * <p>Number and publish time are the program's own, as for every document; each text says that it
 * is a sample and when the original appeared. The work plan of 2021 is left to the newcomer.
 */
@Component
@ConditionalOnProperty(name = "gongkai.demo-documents", matchIfMissing = true)
class DemoDocuments implements DemoData {
    private final DraftingDesk drafting;
    private final ReviewDesk review;
    private final PublishingDesk publishing;
    private final Documents documents;
    private final Organization organization;
    private final JsonMapper json;
    private final Clock clock;

    DemoDocuments(
            DraftingDesk drafting,
            ReviewDesk review,
            PublishingDesk publishing,
            Documents documents,
            Organization organization,
            JsonMapper json,
            Clock clock) {
        this.drafting = drafting;
        this.review = review;
        this.publishing = publishing;
        this.documents = documents;
        this.organization = organization;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A document to be published.
     *
     * @param clerk key of the person who drafts it
     * @param body file with its text
     */
    record Sample(String clerk, String body, DocumentInput input) {

        DocumentInput whole() {
            var fields =
                    Objects.requireNonNullElse(input.fields(), Map.<String, @Nullable String>of());
            return input.withBody(text("documents/" + body), fields);
        }

        /** Whether the original has been made by that day; a clock set back finds fewer. */
        boolean existsOn(LocalDate day) {
            var fields = input.fields();
            var formed = fields == null ? null : DraftRules.day(fields.get("formedOn"));
            return formed == null || !formed.isAfter(day);
        }
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void load() {
        var today = LocalDate.now(clock);
        for (var sample : json.readValue(text("documents.json"), Sample[].class)) {
            if (sample.existsOn(today)) {
                publish(sample, today);
            }
        }
    }

    private void publish(Sample sample, LocalDate today) {
        var clerk = organization.personByKey(sample.clerk()).orElseThrow();
        var id = drafting.create(actor(clerk, today), sample.whole());
        drafting.submit(actor(clerk, today), id);
        for (var document = document(id); document.awaiting() != null; document = document(id)) {
            var signer = holder(document.awaiting().role(), document, today);
            var sha256 = documents.workingCopy(id).sha256();
            review.sign(signer, id, sha256, new ThreeGates(true, true, true), "同意");
        }
        publishing.publish(holder(Role.DISCLOSURE_OFFICE, document(id), today), id);
    }

    private Document document(DocumentId id) {
        return documents.find(id).orElseThrow();
    }

    private Actor holder(Role role, Document document, LocalDate today) {
        var holders = organization.holders(document.agency(), role, document.section(), today);
        return actor(holders.getFirst(), today);
    }

    private Actor actor(Person person, LocalDate today) {
        return organization.actorOn(person.id(), today);
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("demo/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
