package org.gongkai.opengov.redaction;

import java.util.List;
import java.util.Optional;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.StoredFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other modules may know of partial disclosure (区分处理查询): the jobs of a case, and what may be
 * handed out. Who may ask is decided by whoever asks.
 */
@Component
@Transactional(readOnly = true)
public class Redactions {
    private final RedactionJobs jobs;
    private final FileStore files;

    Redactions(RedactionJobs jobs, FileStore files) {
        this.jobs = jobs;
        this.files = files;
    }

    /**
     * What may be handed out of a file (可提供的公开件).
     *
     * @param parts the list of grounds that the reply must give, art. 37
     */
    public record Disclosable(RedactionJob job, StoredFile file, List<RemovedPart> parts) {}

    /** The jobs of a case, in the order in which they were opened. */
    public List<RedactionJob> ofCase(String caseKey) {
        return jobs.ofCase(caseKey);
    }

    /**
     * The newest copy of a job, if it was made of the marks as they stand now; a copy of older
     * marks is never handed out.
     */
    public Optional<Disclosable> disclosable(long job) {
        return jobs.find(job)
                .flatMap(
                        it ->
                                jobs.copies(job).stream()
                                        .filter(copy -> copy.jobVersion() == it.version())
                                        .findFirst()
                                        .flatMap(copy -> disclosable(it, copy)));
    }

    private Optional<Disclosable> disclosable(RedactionJob job, ReleasedCopy copy) {
        var sha256 = copy.sha256();
        var name = copy.fileName();
        return sha256 == null || name == null
                ? Optional.empty()
                : files.find(sha256, name).map(it -> new Disclosable(job, it, copy.parts()));
    }
}
