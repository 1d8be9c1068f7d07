package org.gongkai.opengov.redaction.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gongkai.opengov.redaction.Basis;
import org.gongkai.opengov.redaction.JobMark;
import org.gongkai.opengov.redaction.Mark;
import org.gongkai.opengov.redaction.RedactionDesk.JobView;
import org.gongkai.opengov.redaction.RedactionJob;
import org.gongkai.opengov.redaction.ReleasedCopy;
import org.gongkai.opengov.redaction.RemovedPart;
import org.gongkai.platform.pages.Moments;
import org.jspecify.annotations.Nullable;

/** A job as programs see it (区分处理件接口形式). Marks and releases only where one job is asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RedactionAnswer(
        long id,
        String number,
        String title,
        @Nullable String caseKey,
        String sha256,
        String mediaType,
        int pages,
        long version,
        String openedAt,
        @Nullable List<MarkAnswer> marks,
        @Nullable List<CopyAnswer> releases) {

    /** A mark; sides of an area in hundredths of the page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MarkAnswer(
            long id,
            String kind,
            @Nullable String quote,
            @Nullable Integer page,
            @Nullable Double left,
            @Nullable Double top,
            @Nullable Double right,
            @Nullable Double bottom,
            String ground,
            String law,
            String reason,
            boolean elsewhereAllowed,
            int places) {

        static MarkAnswer of(JobMark it) {
            var basis = it.mark().basis();
            return switch (it.mark()) {
                case Mark.Passage words ->
                        of(it, "words", words.quote(), words.page(), null, basis);
                case Mark.Area area -> of(it, "area", null, area.page(), area, basis);
            };
        }

        private static MarkAnswer of(
                JobMark it,
                String kind,
                @Nullable String quote,
                @Nullable Integer page,
                Mark.@Nullable Area area,
                Basis basis) {
            return new MarkAnswer(
                    it.id(),
                    kind,
                    quote,
                    page,
                    area == null ? null : area.box().left() * 100,
                    area == null ? null : area.box().top() * 100,
                    area == null ? null : area.box().right() * 100,
                    area == null ? null : area.box().bottom() * 100,
                    basis.ground().slug(),
                    basis.law(),
                    basis.reason(),
                    it.mark().elsewhereAllowed(),
                    it.places());
        }
    }

    /** A copy and its list of grounds. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CopyAnswer(
            long id,
            String state,
            long jobVersion,
            int pagesDone,
            String askedAt,
            @Nullable String endedAt,
            @Nullable String sha256,
            @Nullable String refusal,
            List<PartAnswer> grounds) {

        static CopyAnswer of(ReleasedCopy it) {
            return new CopyAnswer(
                    it.id(),
                    it.state().name().toLowerCase(Locale.ROOT),
                    it.jobVersion(),
                    it.pagesDone(),
                    Moments.written(it.askedAt()),
                    written(it.endedAt()),
                    it.sha256(),
                    it.refusal(),
                    it.parts().stream().map(PartAnswer::of).toList());
        }

        private static @Nullable String written(@Nullable Instant at) {
            return at == null ? null : Moments.written(at);
        }
    }

    /** A line of the list of grounds. */
    record PartAnswer(
            int mark,
            int page,
            String kind,
            int places,
            int signs,
            String ground,
            int article,
            String law,
            String reason) {

        static PartAnswer of(RemovedPart it) {
            return new PartAnswer(
                    it.mark(),
                    it.page(),
                    it.words() ? "words" : "area",
                    it.places(),
                    it.signs(),
                    it.basis().ground().slug(),
                    it.basis().ground().article(),
                    it.basis().law(),
                    it.basis().reason());
        }
    }

    static RedactionAnswer of(RedactionJob job) {
        return of(job, null, null);
    }

    static RedactionAnswer of(JobView view) {
        return of(
                view.job(),
                view.marks().stream().map(MarkAnswer::of).toList(),
                view.copies().stream().map(CopyAnswer::of).toList());
    }

    private static RedactionAnswer of(
            RedactionJob job,
            @Nullable List<MarkAnswer> marks,
            @Nullable List<CopyAnswer> releases) {
        return new RedactionAnswer(
                job.id(),
                job.number(),
                job.title(),
                job.caseKey(),
                job.source().sha256(),
                job.source().mediaType(),
                job.pages(),
                job.version(),
                Moments.written(job.openedAt()),
                marks,
                releases);
    }
}
