package org.gongkai.opengov.disclosures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.CommentPeriod;
import org.gongkai.opengov.disclosures.Consultations;
import org.gongkai.opengov.disclosures.NormativeRegister;
import org.gongkai.opengov.disclosures.PlanRegister;
import org.gongkai.opengov.disclosures.PlanStanding;
import org.gongkai.opengov.disclosures.Validity;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The registers of normative documents, of plans and of what is open for comment, for programs
 * (规范性文件目录、规划计划登记、征求意见登记接口).
 */
@RestController
@RequestMapping("/api/v1/public")
class PublicRegistersApi {
    private final NormativeRegister normative;
    private final PlanRegister plans;
    private final Consultations consultations;

    PublicRegistersApi(
            NormativeRegister normative, PlanRegister plans, Consultations consultations) {
        this.normative = normative;
        this.plans = plans;
        this.consultations = consultations;
    }

    /** A normative document with its validity today. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NormativeLine(
            String indexNumber,
            String title,
            @Nullable String documentNumber,
            @Nullable LocalDate formedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            @Nullable String topic,
            String validity,
            @Nullable LocalDate repealedOn,
            @Nullable String repealedBy,
            String path) {
        static NormativeLine of(NormativeRegister.Entry entry) {
            var listing = entry.listing();
            var by = entry.repealedBy();
            return new NormativeLine(
                    listing.indexNumber().toString(),
                    listing.title(),
                    listing.documentNumber(),
                    listing.formedOn(),
                    listing.effectiveOn(),
                    listing.expiresOn(),
                    entry.topic(),
                    DocumentAnswer.slug(entry.validity()),
                    entry.repealedOn(),
                    by == null ? null : by.indexNumber().toString(),
                    listing.indexNumber().path());
        }
    }

    /** A plan with its standing today. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlanLine(
            String indexNumber,
            String title,
            String standing,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable String implementation,
            String path) {
        static PlanLine of(PlanRegister.Entry entry) {
            var listing = entry.listing();
            return new PlanLine(
                    listing.indexNumber().toString(),
                    listing.title(),
                    DocumentAnswer.slug(entry.standing()),
                    entry.from(),
                    entry.to(),
                    entry.implementation(),
                    listing.indexNumber().path());
        }
    }

    /** What readers may comment on, or could, with where it stands today. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsultationLine(
            String indexNumber,
            String title,
            String standing,
            LocalDate from,
            LocalDate until,
            String how,
            @Nullable String result,
            String path) {
        static ConsultationLine of(Consultations.Entry entry) {
            var listing = entry.listing();
            var result = entry.result();
            return new ConsultationLine(
                    listing.indexNumber().toString(),
                    listing.title(),
                    DocumentAnswer.slug(entry.standing()),
                    entry.period().from(),
                    entry.period().until(),
                    entry.period().how(),
                    result == null ? null : result.indexNumber().toString(),
                    listing.indexNumber().path());
        }
    }

    @GetMapping("/normative-documents")
    Items<NormativeLine> normative(
            @RequestParam(required = false) @Nullable String validity, Paging paging) {
        var wanted = validity == null ? null : named("validity", validity, Validity.values());
        return part(
                normative.all().stream()
                        .filter(it -> wanted == null || it.validity() == wanted)
                        .map(NormativeLine::of),
                paging);
    }

    @GetMapping("/plans")
    Items<PlanLine> plans(
            @RequestParam(required = false) @Nullable String standing, Paging paging) {
        var wanted = standing == null ? null : named("standing", standing, PlanStanding.values());
        return part(
                plans.all().stream()
                        .filter(it -> wanted == null || it.standing() == wanted)
                        .map(PlanLine::of),
                paging);
    }

    @GetMapping("/consultations")
    Items<ConsultationLine> consultations(
            @RequestParam(required = false) @Nullable String standing, Paging paging) {
        var wanted =
                standing == null
                        ? null
                        : named("standing", standing, CommentPeriod.Standing.values());
        return part(
                consultations.all().stream()
                        .filter(it -> wanted == null || it.standing() == wanted)
                        .map(ConsultationLine::of),
                paging);
    }

    private static <T> Items<T> part(Stream<T> all, Paging paging) {
        int skip = paging.skip();
        List<T> fetched = all.skip(skip).limit(paging.fetch()).toList();
        return Items.of(fetched, paging, last -> Cursor.at(skip + paging.limit()));
    }

    private static <E extends Enum<E>> E named(String field, String slug, E[] choices) {
        return Arrays.stream(choices)
                .filter(it -> DocumentAnswer.slug(it).equals(slug))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        field,
                                        "disclosures.field.choice",
                                        String.join(
                                                ", ",
                                                Arrays.stream(choices)
                                                        .map(DocumentAnswer::slug)
                                                        .toList())));
    }
}
