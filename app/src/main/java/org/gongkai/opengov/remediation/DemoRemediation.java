package org.gongkai.opengov.remediation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.disclosures.Document;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.Documents;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.disclosures.ReviewDesk;
import org.gongkai.opengov.disclosures.ReviewDesk.ThreeGates;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.settings.DemoData;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo agency's projects (演示整治项目): invented, written by the clerks and released by the heads of
 * their sections through the same desks as everything else; days are counted from today. Where the
 * demo has no documents, none of them has reached a stage and none is public.
 */
@Component
class DemoRemediation implements DemoData {
    private static final List<String> AFTER_ACCEPTANCE = List.of("closing");

    private final RemediationDesk desk;
    private final PictureDesk pictures;
    private final ReleaseDesk releases;
    private final DraftingDesk drafting;
    private final ReviewDesk review;
    private final PublishingDesk publishing;
    private final Documents documents;
    private final Organization organization;
    private final JsonMapper json;
    private final Clock clock;
    private final boolean withDocuments;

    DemoRemediation(
            RemediationDesk desk,
            PictureDesk pictures,
            ReleaseDesk releases,
            DraftingDesk drafting,
            ReviewDesk review,
            PublishingDesk publishing,
            Documents documents,
            Organization organization,
            JsonMapper json,
            Clock clock,
            @Value("${gongkai.demo-documents:true}") boolean withDocuments) {
        this.desk = desk;
        this.pictures = pictures;
        this.releases = releases;
        this.drafting = drafting;
        this.review = review;
        this.publishing = publishing;
        this.documents = documents;
        this.organization = organization;
        this.json = json;
        this.clock = clock;
        this.withDocuments = withDocuments;
    }

    /** A project of the demo; days are counted from today. */
    record Sample(
            String medium,
            String clerk,
            String head,
            Map<String, String> facts,
            int start,
            int deadline,
            List<SampleMeasure> measures,
            List<SampleStage> stages,
            @Nullable List<SamplePicture> pictures,
            @Nullable SampleExtension extension,
            @Nullable SampleEnd end) {}

    record SampleMeasure(
            String name,
            String unit,
            String direction,
            String baseline,
            String target,
            String reached,
            @Nullable Integer asOf) {}

    record SampleStage(
            @Nullable String kind,
            String stage,
            String words,
            int day,
            @Nullable String title,
            @Nullable String text,
            @Nullable String ground,
            @Nullable String groundReason) {}

    record SamplePicture(String when, String place, int day, String alt, String file) {}

    record SampleExtension(int until, String reason, String basis, int allowedOn) {}

    record SampleEnd(
            int completedOn,
            String completionEvidence,
            @Nullable String acceptedBy,
            @Nullable Integer acceptedOn,
            @Nullable String passed,
            @Nullable String acceptanceEvidence) {}

    @Override
    public int order() {
        return 70;
    }

    @Override
    public void load() {
        for (var sample : json.readValue(read("projects.json"), Sample[].class)) {
            load(sample);
        }
    }

    private void load(Sample sample) {
        var clerk = person(sample.clerk());
        var typed = new HashMap<>(sample.facts());
        typed.put("start", day(sample.start()));
        typed.put("deadline", day(sample.deadline()));
        var medium = Medium.named(sample.medium()).orElseThrow();
        var id = desk.enter(clerk, medium, new Typed(typed));
        desk.measure(clerk, id, measures(sample.measures()), null);
        if (withDocuments) {
            Objects.requireNonNullElse(sample.pictures(), List.<SamplePicture>of())
                    .forEach(it -> picture(clerk, id, it));
            stages(clerk, id, sample, false);
        }
        if (sample.extension() != null) {
            var it = sample.extension();
            desk.extend(
                    clerk,
                    id,
                    new Typed(
                            Map.of(
                                    "until", day(it.until()),
                                    "reason", it.reason(),
                                    "basis", it.basis(),
                                    "allowedOn", day(it.allowedOn()))),
                    null);
        }
        if (sample.end() != null) {
            desk.end(clerk, id, end(sample.end()), null);
        }
        if (withDocuments) {
            stages(clerk, id, sample, true);
        }
        var head = person(sample.head());
        releases.release(head, id, desk.read(head, id).project().revision().sha256());
    }

    /** A project is closed only after it was accepted. */
    private void stages(Actor clerk, long id, Sample sample, boolean last) {
        sample.stages().stream()
                .filter(it -> AFTER_ACCEPTANCE.contains(it.stage()) == last)
                .forEach(it -> desk.reach(clerk, id, stage(clerk, it), null));
    }

    private Typed stage(Actor clerk, SampleStage it) {
        var typed = new HashMap<String, String>();
        typed.put("kind", it.stage());
        typed.put("words", it.words());
        typed.put("formedOn", day(it.day()));
        typed.put("ground", Objects.requireNonNullElse(it.ground(), ""));
        typed.put("groundReason", Objects.requireNonNullElse(it.groundReason(), ""));
        if (it.title() != null) {
            typed.put("document", publish(clerk, it));
        }
        return new Typed(typed);
    }

    private String publish(Actor clerk, SampleStage it) {
        var section =
                clerk.grants().stream()
                        .filter(grant -> grant.role() == Role.CLERK && grant.section() != null)
                        .findFirst()
                        .map(grant -> organization.section(Objects.requireNonNull(grant.section())))
                        .orElseThrow();
        var id =
                drafting.create(
                        clerk,
                        new DocumentInput(
                                it.kind(),
                                it.title(),
                                "remediation",
                                section.key(),
                                "<p>" + it.text() + "本文为演示样本，内容系虚构。</p>",
                                "主动公开",
                                "《政府信息公开条例》第二十条第十五项",
                                15,
                                Source.ours(),
                                new HashMap<>(Map.of("formedOn", day(it.day()))),
                                null,
                                null));
        drafting.submit(clerk, id);
        for (var document = document(id); document.awaiting() != null; document = document(id)) {
            var signer = holder(document.awaiting().role(), document);
            var sha256 = documents.workingCopy(id).sha256();
            review.sign(signer, id, sha256, new ThreeGates(true, true, true), "同意");
        }
        return publishing.publish(holder(Role.DISCLOSURE_OFFICE, document(id)), id).toString();
    }

    private void picture(Actor clerk, long id, SamplePicture it) {
        try (var content =
                new ClassPathResource("demo/remediation/" + it.file()).getInputStream()) {
            pictures.add(
                    clerk,
                    id,
                    new Typed(
                            Map.of(
                                    "when", it.when(),
                                    "place", it.place(),
                                    "takenOn", day(it.day()),
                                    "alt", it.alt())),
                    content,
                    it.file(),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Typed measures(List<SampleMeasure> measures) {
        var typed = new HashMap<String, String>();
        for (var at = 0; at < measures.size(); at++) {
            var it = measures.get(at);
            var row = at + 1 + ".";
            typed.put(row + "name", it.name());
            typed.put(row + "unit", it.unit());
            typed.put(row + "direction", it.direction());
            typed.put(row + "baseline", it.baseline());
            typed.put(row + "target", it.target());
            typed.put(row + "reached", it.reached());
            typed.put(row + "asOf", it.asOf() == null ? "" : day(it.asOf()));
        }
        return new Typed(typed);
    }

    private Typed end(SampleEnd it) {
        var typed = new HashMap<String, String>();
        typed.put("completedOn", day(it.completedOn()));
        typed.put("completionEvidence", it.completionEvidence());
        if (it.acceptedBy() != null && it.acceptedOn() != null) {
            typed.put("acceptedBy", it.acceptedBy());
            typed.put("acceptedOn", day(it.acceptedOn()));
            typed.put("passed", Objects.requireNonNullElse(it.passed(), ""));
            typed.put(
                    "acceptanceEvidence", Objects.requireNonNullElse(it.acceptanceEvidence(), ""));
        }
        return new Typed(typed);
    }

    private Document document(DocumentId id) {
        return documents.find(id).orElseThrow();
    }

    private Actor holder(Role role, Document document) {
        var holders = organization.holders(document.agency(), role, document.section(), today());
        return organization.actorOn(holders.getFirst().id(), today());
    }

    private Actor person(String key) {
        return organization.actorOn(organization.personByKey(key).orElseThrow().id(), today());
    }

    private String day(int fromToday) {
        return today().plusDays(fromToday).toString();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("demo/remediation/" + file)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
