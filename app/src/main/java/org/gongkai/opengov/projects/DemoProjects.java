package org.gongkai.opengov.projects;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.gongkai.opengov.disclosures.Documents;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.disclosures.ReviewDesk;
import org.gongkai.opengov.disclosures.ReviewDesk.ThreeGates;
import org.gongkai.opengov.projects.EntryDesk.Found;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.settings.DemoData;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo agency's key projects (演示重点项目), invented, in every state: written, screened, consented
 * to and published by its own people, through every gate.
 */
@Component
class DemoProjects implements DemoData {
    private final ProjectDesk projects;
    private final EntryDesk entries;
    private final ConsentDesk consents;
    private final DraftingDesk drafting;
    private final ReviewDesk review;
    private final PublishingDesk publishing;
    private final Documents documents;
    private final Organization organization;
    private final JsonMapper json;
    private final Clock clock;
    private final boolean publishes;

    DemoProjects(
            ProjectDesk projects,
            EntryDesk entries,
            ConsentDesk consents,
            DraftingDesk drafting,
            ReviewDesk review,
            PublishingDesk publishing,
            Documents documents,
            Organization organization,
            JsonMapper json,
            Clock clock,
            @Value("${gongkai.demo-documents:true}") boolean publishes) {
        this.projects = projects;
        this.entries = entries;
        this.consents = consents;
        this.drafting = drafting;
        this.review = review;
        this.publishing = publishing;
        this.documents = documents;
        this.organization = organization;
        this.json = json;
        this.clock = clock;
        this.publishes = publishes;
    }

    /**
     * A project.
     *
     * @param state it comes to in the end
     * @param landing with {@code landedOn} and {@code proof}; null for none
     * @param consent as typed; null for none
     */
    record Sample(
            Map<String, String> project,
            String state,
            @Nullable Map<String, String> landing,
            @Nullable Map<String, String> consent,
            List<SampleEntry> entries) {

        /** Whether all of it has happened by that day; a clock set back finds fewer. */
        boolean existsOn(LocalDate day) {
            return Stream.concat(
                            Stream.of(project, landing, consent).filter(Objects::nonNull),
                            entries.stream().map(SampleEntry::entry))
                    .flatMap(it -> it.values().stream())
                    .filter(it -> it.matches("\\d{4}-\\d{2}-\\d{2}"))
                    .noneMatch(it -> LocalDate.parse(it).isAfter(day));
        }
    }

    /**
     * An entry.
     *
     * @param outcomes of its fields, in order, with the ground after a bar; empty while nobody has
     *     screened it
     */
    record SampleEntry(Map<String, String> entry, List<String> outcomes, boolean published) {}

    @Override
    public int order() {
        return 70;
    }

    @Override
    public void load() {
        try (var in = new ClassPathResource("demo/projects.json").getInputStream()) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var sample : json.readValue(text, Sample[].class)) {
                if (sample.existsOn(today())) {
                    load(sample);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(Sample sample) {
        var clerk = actor("approval-clerk");
        var id = projects.enter(clerk, new ProjectInput(sample.project()));
        var landing = sample.landing();
        if (landing != null) {
            projects.land(clerk, id, new ProjectInput(landing), paper(), "landing.pdf");
        }
        var consent = sample.consent();
        if (consent != null) {
            consents.give(clerk, id, new ProjectInput(consent), paper(), "consent.pdf");
        }
        for (var each : sample.entries()) {
            load(clerk, id, each);
        }
        var now = projects.read(clerk, id).getFirst();
        if (!now.facts().state().slug().equals(sample.state())) {
            var typed = new HashMap<>(ProjectDesk.input(now).typed());
            typed.put("state", sample.state());
            typed.put("reason", "演示数据");
            projects.change(clerk, id, new ProjectInput(typed), null);
        }
    }

    private void load(Actor clerk, long project, SampleEntry sample) {
        var id = entries.write(clerk, project, new ProjectInput(sample.entry()));
        if (sample.outcomes().isEmpty()) {
            return;
        }
        var fields = entries.read(clerk, project, id).entry().fields();
        var found =
                fields.stream()
                        .map(
                                it -> {
                                    var parts =
                                            sample.outcomes().get(it.position() - 1).split("\\|");
                                    return new Found(
                                            it.id(), parts[0], parts.length > 1 ? parts[1] : "");
                                })
                        .toList();
        entries.screen(actor("secrecy"), project, id, found, null);
        if (sample.published() && publishes) {
            publish(clerk, project, id);
        }
    }

    private void publish(Actor clerk, long project, long entry) {
        var id = entries.draft(clerk, project, entry);
        drafting.submit(clerk, id);
        var document = documents.find(id).orElseThrow();
        while (document.awaiting() != null) {
            var role = Objects.requireNonNull(document.awaiting()).role();
            var signer =
                    organization
                            .holders(document.agency(), role, document.section(), today())
                            .getFirst();
            var sha256 = documents.workingCopy(id).sha256();
            review.sign(actor(signer), id, sha256, new ThreeGates(true, true, true), "同意");
            document = documents.find(id).orElseThrow();
        }
        var office =
                organization
                        .holders(
                                document.agency(),
                                Role.DISCLOSURE_OFFICE,
                                document.section(),
                                today())
                        .getFirst();
        publishing.publish(actor(office), id);
    }

    private Actor actor(String key) {
        return actor(organization.personByKey(key).orElseThrow());
    }

    private Actor actor(Person person) {
        return organization.actorOn(person.id(), today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A sheet that stands for the scan. */
    private static InputStream paper() {
        try (var document = new PDDocument()) {
            var out = new ByteArrayOutputStream();
            document.addPage(new PDPage());
            document.save(out);
            return new ByteArrayInputStream(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
