package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.platform.letters.Carrier;
import org.gongkai.platform.letters.ContentMark;
import org.gongkai.platform.letters.Gates;
import org.gongkai.platform.letters.Letter;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.LevelSignature;
import org.gongkai.platform.letters.PublicationChannel;
import org.gongkai.platform.letters.ReviewForm;
import org.gongkai.platform.letters.ReviewQuestion;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills in the 《网站信息发布保密审查和内容审核表》 (审核表) as far as the program knows, for the revision last sent for
 * review (work plan 五.3; fields: publishing facts 3.6).
 */
@Component
public class ReviewForms {
    private final DocumentDesk desk;
    private final Schedules schedules;
    private final Columns columns;
    private final Organization organization;
    private final Letters letters;
    private final Wording wording;
    private final Clock clock;

    ReviewForms(
            DocumentDesk desk,
            Schedules schedules,
            Columns columns,
            Organization organization,
            Letters letters,
            Wording wording,
            Clock clock) {
        this.desk = desk;
        this.schedules = schedules;
        this.columns = columns;
        this.organization = organization;
        this.letters = letters;
        this.wording = wording;
        this.clock = clock;
    }

    /** The filled form, as .docx and PDF; there is none before something was sent for review. */
    @Transactional(readOnly = true)
    public Letter print(Actor actor, DocumentId id) {
        var document = desk.readable(actor, id);
        var history = desk.review(actor, id);
        var revision = history.revisions().stream().findFirst().orElseThrow(Refusal::notFound);
        var content = revision.content();
        if (content == null) {
            throw Refusal.notFound();
        }
        return letters.reviewForm(form(document, revision, content, history));
    }

    private ReviewForm form(
            Document document, Revision revision, DocumentContent content, ReviewHistory history) {
        var agency = organization.agency(document.agency());
        return new ReviewForm(
                new ReviewForm.Head(
                        agency.name(),
                        new ContentMark(document.id().toString(), revision.sha256()),
                        revision.number(),
                        LocalDate.now(clock)),
                item(document, content),
                answers(revision, history),
                drafting(document, revision, history),
                revision.levels().stream().map(it -> level(it, history.valid())).toList(),
                content.attachments().stream().map(AttachedFile::name).toList(),
                Objects.requireNonNullElse(content.correctionNote(), ""));
    }

    private ReviewForm.Item item(Document document, DocumentContent content) {
        var source = content.source();
        return new ReviewForm.Item(
                organization.agency(document.agency()).name(),
                organization.section(document.section()).name(),
                content.title(),
                content.kind().term(),
                columns.column(document.column()).name(),
                Objects.requireNonNullElse(content.field("documentNumber"), ""),
                content.field("documentNumber") == null ? Carrier.OTHER : Carrier.OFFICIAL_PAPER,
                Set.of(PublicationChannel.WEBSITE),
                publishOn(document),
                source == null || source.own() ? null : source.name(),
                org.gongkai.platform.letters.PublicAttribute.valueOf(
                        PublicAttribute.ofTerm(document.attribute())
                                .orElse(PublicAttribute.PROACTIVE)
                                .name()),
                Objects.requireNonNullElse(content.legalGround(), ""));
    }

    private @Nullable LocalDateTime publishOn(Document document) {
        return schedules
                .find(document.id())
                .map(it -> LocalDateTime.ofInstant(it.publishAt(), clock.getZone()))
                .orElse(null);
    }

    /** The questions are answered "no" by whoever signs; before that they are left open. */
    private static Map<ReviewQuestion, Boolean> answers(Revision revision, ReviewHistory history) {
        boolean secrecyPassed =
                history.valid().stream().anyMatch(it -> it.level() == ReviewLevel.SECRECY_REVIEWER);
        var answers = new EnumMap<ReviewQuestion, Boolean>(ReviewQuestion.class);
        if (secrecyPassed && revision.content() != null) {
            for (var question : ReviewQuestion.values()) {
                answers.put(question, false);
            }
        }
        return answers;
    }

    private ReviewForm.Drafting drafting(
            Document document, Revision revision, ReviewHistory history) {
        var screening =
                history.overrides().isEmpty()
                        ? wording.say("disclosures.form.screening-clear")
                        : wording.say(
                                "disclosures.form.screening-passed", history.overrides().size());
        return new ReviewForm.Drafting(
                name(document.createdBy()),
                name(revision.submittedBy()),
                LocalDate.ofInstant(revision.submittedAt(), clock.getZone()),
                screening);
    }

    private org.gongkai.platform.letters.ReviewLevel level(
            ReviewLevel level, List<Signature> signatures) {
        var office = wording.say("disclosures.level." + level.name());
        return signatures.stream()
                .filter(it -> it.level() == level)
                .findFirst()
                .map(
                        it ->
                                new org.gongkai.platform.letters.ReviewLevel(
                                        office,
                                        new LevelSignature(
                                                new Gates(true, true, true),
                                                it.opinion(),
                                                name(it.signer()),
                                                nameOrNull(it.onBehalfOf()),
                                                LocalDate.ofInstant(it.signedAt(), clock.getZone()),
                                                nameOrNull(it.confirmedBy()))))
                .orElseGet(() -> org.gongkai.platform.letters.ReviewLevel.open(office));
    }

    private @Nullable String nameOrNull(@Nullable PersonId person) {
        return person == null ? null : name(person);
    }

    private String name(PersonId person) {
        return organization.person(person).name();
    }
}
