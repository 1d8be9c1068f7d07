package org.gongkai.opengov.siteimport.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.gongkai.opengov.disclosures.OldSiteBatch;
import org.gongkai.opengov.siteimport.ImportStep;
import org.gongkai.opengov.siteimport.SiteImportDesk.RunAndBatch;
import org.jspecify.annotations.Nullable;

/** An import over the API (导入任务). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportAnswer(
        long id,
        String folder,
        boolean dryRun,
        String state,
        @Nullable String source,
        @Nullable Integer rows,
        int done,
        int in,
        int known,
        int held,
        int broken,
        @Nullable String failure,
        Instant begunAt,
        @Nullable Batch batch,
        List<String> allowedSteps) {

    /** What it filled. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Batch(
            long id,
            String standing,
            int records,
            int held,
            int takenIn,
            @Nullable String digest,
            List<Approval> approvals) {
        static Batch of(OldSiteBatch batch) {
            var seal = batch.seal();
            return new Batch(
                    batch.id(),
                    slug(batch.standing()),
                    batch.records(),
                    batch.held(),
                    batch.takenIn(),
                    seal == null ? null : seal.digest(),
                    batch.approvals().stream().map(Approval::of).toList());
        }
    }

    /** One of the two words. */
    record Approval(String office, String opinion, Instant approvedAt) {
        static Approval of(OldSiteBatch.Approval it) {
            return new Approval(slug(it.office()), it.opinion(), it.approvedAt());
        }
    }

    static ImportAnswer of(RunAndBatch whole) {
        var run = whole.run();
        var counts = run.counts();
        return new ImportAnswer(
                run.id(),
                run.folder(),
                run.dryRun(),
                run.state().slug(),
                run.sourceName(),
                run.total(),
                counts.done(),
                counts.in(),
                counts.known(),
                counts.held(),
                counts.broken(),
                run.failure(),
                run.begunAt(),
                whole.batch().map(Batch::of).orElse(null),
                whole.allowed().stream().map(ImportStep::slug).toList());
    }

    static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
