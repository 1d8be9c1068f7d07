package org.gongkai.opengov.redaction;

import java.util.List;
import java.util.Optional;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.letters.Letter;
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
    private final ListOfGrounds list;

    Redactions(RedactionJobs jobs, FileStore files, ListOfGrounds list) {
        this.jobs = jobs;
        this.files = files;
        this.list = list;
    }

    /**
     * What may be handed out of a file (可提供的公开件).
     *
     * @param parts the list of grounds that the reply must give, art. 37
     */
    public record Disclosable(RedactionJob job, StoredFile file, List<RemovedPart> parts) {}

    /** The list of grounds of what may be handed out, as .docx and PDF. */
    public Optional<Letter> listOfGrounds(long job) {
        return jobs.find(job).flatMap(it -> current(it).map(copy -> list.of(it, copy)));
    }

    /** The jobs of a case, in the order in which they were opened. */
    public List<RedactionJob> ofCase(String caseKey) {
        return jobs.ofCase(caseKey);
    }

    /**
     * The newest copy of a job, if it was made of the marks as they stand now; a copy of older
     * marks is never handed out.
     */
    public Optional<Disclosable> disclosable(long job) {
        return jobs.find(job).flatMap(it -> current(it).flatMap(copy -> disclosable(it, copy)));
    }

    private Optional<ReleasedCopy> current(RedactionJob job) {
        return jobs.copies(job.id()).stream()
                .filter(it -> it.jobVersion() == job.version())
                .findFirst()
                .filter(it -> it.state() == ReleasedCopy.State.DONE);
    }

    private Optional<Disclosable> disclosable(RedactionJob job, ReleasedCopy copy) {
        var sha256 = copy.sha256();
        var name = copy.fileName();
        return sha256 == null || name == null
                ? Optional.empty()
                : files.find(sha256, name).map(it -> new Disclosable(job, it, copy.parts()));
    }
}
