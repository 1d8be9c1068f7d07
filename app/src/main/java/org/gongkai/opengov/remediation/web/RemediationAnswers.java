package org.gongkai.opengov.remediation.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.remediation.Acceptance;
import org.gongkai.opengov.remediation.Completion;
import org.gongkai.opengov.remediation.Extension;
import org.gongkai.opengov.remediation.Measure;
import org.gongkai.opengov.remediation.ProjectContent;
import org.gongkai.opengov.remediation.ProjectState;
import org.gongkai.opengov.remediation.PublicRemediation;
import org.gongkai.opengov.remediation.RemediationDesk;
import org.gongkai.opengov.remediation.SitePicture;
import org.gongkai.opengov.remediation.StageKind;
import org.gongkai.opengov.remediation.StageList;
import org.gongkai.opengov.remediation.StageStanding;
import org.jspecify.annotations.Nullable;

/** What the API says of projects (整治项目接口答复). */
final class RemediationAnswers {
    private RemediationAnswers() {}

    /** A project at the desk. */
    record DeskProject(
            long id,
            String number,
            int version,
            String sha256,
            String standing,
            @Nullable String returnedFor,
            boolean open,
            long gaps,
            Content content) {
        static DeskProject of(RemediationDesk.View it) {
            var project = it.project();
            var verdict = project.verdict();
            return new DeskProject(
                    project.id(),
                    project.number(),
                    project.revision().number(),
                    project.revision().sha256(),
                    RemediationWords.standingSlug(project),
                    verdict == null || verdict.released() ? null : verdict.reason(),
                    project.open(),
                    it.gaps(),
                    Content.of(project.content(), it.state(), it.stages(), it.kinds()));
        }
    }

    /** A project for everybody. */
    record PublicProject(
            String number,
            String path,
            @Nullable String section,
            long gaps,
            Instant releasedAt,
            Content content) {
        static PublicProject of(PublicRemediation.View it) {
            return new PublicProject(
                    it.number(),
                    it.address(),
                    it.section().map(section -> section.name()).orElse(null),
                    it.gaps(),
                    it.releasedAt(),
                    Content.of(it.content(), it.state(), it.stages(), it.kinds()));
        }
    }

    /** All that is said of it. */
    record Content(
            String medium,
            String name,
            String district,
            String cause,
            String basis,
            String unit,
            String head,
            LocalDate start,
            LocalDate deadline,
            LocalDate lastDay,
            String state,
            List<MeasureAnswer> measures,
            List<StageAnswer> stages,
            List<Extension> extensions,
            List<PictureAnswer> pictures,
            @Nullable Completion completion,
            @Nullable Acceptance acceptance) {
        static Content of(
                ProjectContent it,
                ProjectState state,
                List<StageStanding> stages,
                StageList kinds) {
            var facts = it.facts();
            return new Content(
                    it.medium().slug(),
                    facts.name(),
                    facts.district(),
                    facts.cause(),
                    facts.basis(),
                    facts.unit(),
                    facts.head(),
                    facts.start(),
                    facts.deadline(),
                    it.lastDay(),
                    state.slug(),
                    it.measures().stream().map(MeasureAnswer::of).toList(),
                    stages.stream().map(each -> StageAnswer.of(each, kinds)).toList(),
                    it.extensions(),
                    it.pictures().stream().map(PictureAnswer::of).toList(),
                    it.completion(),
                    it.acceptance());
        }
    }

    /** A measure with its figures. */
    record MeasureAnswer(
            String name,
            String unit,
            String direction,
            @Nullable BigDecimal baseline,
            BigDecimal target,
            @Nullable BigDecimal reached,
            @Nullable LocalDate asOf,
            boolean met,
            @Nullable Integer percent) {
        static MeasureAnswer of(Measure it) {
            return new MeasureAnswer(
                    it.name(),
                    it.unit(),
                    it.direction().slug(),
                    it.baseline(),
                    it.target(),
                    it.reached(),
                    it.asOf(),
                    it.met(),
                    it.percent().orElse(null));
        }
    }

    /** A stage and whether its document is public. */
    record StageAnswer(
            int number,
            String kind,
            String name,
            String words,
            LocalDate formedOn,
            String openness,
            @Nullable DocumentAnswer document,
            @Nullable LocalDate lastDay,
            boolean late,
            @Nullable String ground,
            @Nullable String groundReason) {
        static StageAnswer of(StageStanding it, StageList kinds) {
            var stage = it.stage();
            var listing = it.listing();
            var withheld = stage.withheld();
            return new StageAnswer(
                    stage.number(),
                    stage.kind(),
                    kinds.kind(stage.kind()).map(StageKind::name).orElse(stage.kind()),
                    stage.words(),
                    stage.formedOn(),
                    it.openness().slug(),
                    listing == null
                            ? null
                            : new DocumentAnswer(
                                    listing.indexNumber().toString(),
                                    listing.title(),
                                    listing.indexNumber().path(),
                                    listing.publishedAt()),
                    it.lastDay(),
                    it.late(),
                    withheld == null ? null : withheld.ground().slug(),
                    withheld == null ? null : withheld.reason());
        }
    }

    /** A published document. */
    record DocumentAnswer(String indexNumber, String title, String path, Instant publishedAt) {}

    /** A picture, by the last part of its address. */
    record PictureAnswer(String when, String place, LocalDate takenOn, String alt, String file) {
        static PictureAnswer of(SitePicture it) {
            return new PictureAnswer(
                    it.when().slug(), it.place(), it.takenOn(), it.alt(), it.file());
        }
    }
}
