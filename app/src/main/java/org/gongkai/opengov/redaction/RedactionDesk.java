package org.gongkai.opengov.redaction;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.letters.Letter;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the disclosure office and the section that handles a case do about partial disclosure
 * (区分处理办理): open a file, mark it, have the copy made, hand it out.
 *
 * <p>《政府信息公开条例》 art. 37. The office acts on all jobs, a section's clerk on those of the section;
 * its head looks on.
 */
@Service
@Transactional
public class RedactionDesk {
    /** Files that can be disclosed in part (区分处理原件), up to 100 MB. */
    public static final UploadLimits LIMITS =
            new UploadLimits(
                    UploadLimits.ATTACHMENT.bytes(),
                    EnumSet.of(MediaKind.PDF, MediaKind.PNG, MediaKind.JPEG));

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_MARKS = 500;
    private static final Set<Role> MAY_MARK = EnumSet.of(Role.DISCLOSURE_OFFICE, Role.CLERK);
    private static final Set<Role> MAY_READ =
            EnumSet.of(Role.DISCLOSURE_OFFICE, Role.CLERK, Role.SECTION_HEAD);

    private final RedactionJobs jobs;
    private final RedactionFiles pages;
    private final RedactionWorker worker;
    private final ListOfGrounds list;
    private final FileStore files;
    private final Organization organization;
    private final AuditTrail audit;
    private final Wording wording;
    private final Clock clock;

    RedactionDesk(
            RedactionJobs jobs,
            RedactionFiles pages,
            RedactionWorker worker,
            ListOfGrounds list,
            FileStore files,
            Organization organization,
            AuditTrail audit,
            Wording wording,
            Clock clock) {
        this.jobs = jobs;
        this.pages = pages;
        this.worker = worker;
        this.list = list;
        this.files = files;
        this.organization = organization;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * A job with everything about it.
     *
     * @param copies newest first
     * @param mayMark whether this person may mark and release
     */
    public record JobView(
            RedactionJob job, List<JobMark> marks, List<ReleasedCopy> copies, boolean mayMark) {

        /** Whether this person may have a copy made: there are marks, and no copy of them. */
        public boolean mayRelease() {
            return mayMark
                    && !marks.isEmpty()
                    && current().filter(it -> it.state() != ReleasedCopy.State.REFUSED).isEmpty();
        }

        /** The newest copy, if it was made of the marks as they stand. */
        public Optional<ReleasedCopy> current() {
            return copies.stream().filter(it -> it.jobVersion() == job.version()).findFirst();
        }
    }

    /** Whether this person may look at jobs at all. */
    public static boolean canRead(Actor by) {
        return MAY_READ.stream().anyMatch(by::has);
    }

    /** Whether this person may open jobs. */
    public static boolean canOpen(Actor by) {
        return MAY_MARK.stream().anyMatch(by::has);
    }

    /** Takes a file in and opens a job for it. */
    public long open(Actor by, InputStream content, String fileName, String title, String section) {
        demandOpen(by);
        var chosen = checked(by, title, section);
        return open(by, files.put(content, fileName, LIMITS), title, chosen, null);
    }

    /**
     * Opens a job for a file that is kept already.
     *
     * @param caseKey the case it belongs to; null for none
     */
    public long open(
            Actor by,
            String sha256,
            String fileName,
            String title,
            String section,
            @Nullable String caseKey) {
        demandOpen(by);
        var chosen = checked(by, title, section);
        var source =
                files.find(sha256, fileName)
                        .orElseThrow(
                                () -> Refusal.invalid("sha256", "redaction.field.no-such-file"));
        if (!LIMITS.kinds().contains(source.kind())) {
            throw Refusal.of(RefusalKind.UNSUPPORTED, "redaction.refused.kind");
        }
        return open(by, source, title, chosen, caseKey);
    }

    private long open(
            Actor by,
            StoredFile source,
            String title,
            SectionId section,
            @Nullable String caseKey) {
        var today = LocalDate.now(clock);
        var job =
                new RedactionJob(
                        0,
                        by.agency(),
                        section,
                        "",
                        title.strip(),
                        caseKey,
                        source,
                        pages.pages(source),
                        by.person(),
                        clock.instant(),
                        1);
        long id = jobs.add(job, today.getYear());
        record(
                by,
                grant(by, section).orElseThrow(),
                "opened",
                id,
                Map.of("file", source.sha256(), "pages", job.pages(), "section", section));
        return id;
    }

    private SectionId checked(Actor by, String title, String section) {
        if (title.isBlank() || title.strip().length() > LONGEST_TITLE) {
            throw Refusal.invalid("title", "redaction.field.title", LONGEST_TITLE);
        }
        var chosen =
                organization
                        .findSection(by.agency(), section)
                        .orElseThrow(() -> Refusal.invalid("section", "redaction.field.section"))
                        .id();
        if (grant(by, chosen).isEmpty()) {
            throw Refusal.invalid("section", "redaction.field.section");
        }
        return chosen;
    }

    /** A part of the jobs that this person may see, newest first. */
    @Transactional(readOnly = true)
    public List<RedactionJob> list(Actor by, int skip, int limit) {
        demandRead(by);
        return jobs.list(by.agency(), sections(by), skip, limit);
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public long count(Actor by) {
        demandRead(by);
        return jobs.count(by.agency(), sections(by));
    }

    /** One job. */
    @Transactional(readOnly = true)
    public JobView one(Actor by, long id) {
        var job = seen(by, jobs.find(id));
        return new JobView(
                job, jobs.marks(id), jobs.copies(id), grant(by, job.section()).isPresent());
    }

    /** A page as a PNG: with outlines of the marks, or as it will be released. */
    @Transactional(readOnly = true)
    public byte[] picture(Actor by, long id, int page, boolean asReleased) {
        var job = seen(by, jobs.find(id));
        return pages.picture(
                job.source(),
                page,
                standing(id),
                asReleased ? RedactionFiles.Look.RELEASED : RedactionFiles.Look.MARKED);
    }

    /** What a page says, before and after. */
    @Transactional(readOnly = true)
    public PageWords words(Actor by, long id, int page) {
        var job = seen(by, jobs.find(id));
        return pages.words(
                job.source(), page, standing(id), RedactionWorker.words(wording, job.number()));
    }

    /** The file as it came in; who looked at it is written down. */
    public JobView original(Actor by, long id) {
        var view = one(by, id);
        audit.record(by, "redaction.original-read", subject(id), Map.of(), Map.of());
        return view;
    }

    /** Makes a mark that finds something; the places it finds. */
    public JobMark mark(Actor by, long id, @Nullable Long version, MarkEntry entry) {
        var job = locked(by, id, version);
        var mark = entry.mark(job.pages());
        if (jobs.marks(id).size() >= MOST_MARKS) {
            throw Refusal.of(
                    RefusalKind.NOT_POSSIBLE_NOW, "redaction.refused.too-many-marks", MOST_MARKS);
        }
        int places = places(job, mark);
        long number = jobs.add(id, mark, places, by.person(), clock.instant());
        record(
                by,
                grant(by, job.section()).orElseThrow(),
                "marked",
                id,
                Map.of(
                        "mark",
                        number,
                        "kind",
                        mark instanceof Mark.Area ? "area" : "words",
                        "places",
                        places,
                        "ground",
                        mark.basis().ground().slug(),
                        "elsewhereAllowed",
                        mark.elsewhereAllowed()));
        return new JobMark(number, mark, places, by.person(), clock.instant());
    }

    private int places(RedactionJob job, Mark mark) {
        try {
            return pages.places(job.source(), mark);
        } catch (Refusal nothing) {
            if (nothing.problems().isEmpty()) {
                throw nothing;
            }
            throw Refusal.invalid(
                    List.of(FieldProblem.of("quote", "redaction.field.finds-nothing")));
        }
    }

    /** Takes a mark back. */
    public void takeBack(Actor by, long id, long mark) {
        var job = locked(by, id, null);
        if (!jobs.takeBack(id, mark, by.person(), clock.instant())) {
            throw Refusal.notFound();
        }
        record(
                by,
                grant(by, job.section()).orElseThrow(),
                "mark-taken-back",
                id,
                Map.of("mark", mark));
    }

    /** Has a copy made of the marks as they stand; it is made in the background. */
    public long release(Actor by, long id, @Nullable Long version) {
        var job = locked(by, id, version);
        var marks = jobs.marks(id);
        if (marks.isEmpty()) {
            throw Refusal.invalid("marks", "redaction.refused.no-marks");
        }
        if (jobs.copies(id).stream().anyMatch(ReleasedCopy::isOpen)) {
            throw Refusal.notPossibleNow(List.of(), "redaction.refused.being-made");
        }
        long copy =
                jobs.ask(
                        job,
                        marks.stream().map(JobMark::id).toList(),
                        by.person(),
                        clock.instant());
        record(
                by,
                grant(by, job.section()).orElseThrow(),
                "release-asked",
                id,
                Map.of("copy", copy, "marks", marks.size()));
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        worker.wake();
                    }
                });
        return copy;
    }

    /** A released copy, to be handed out under its name. */
    @Transactional(readOnly = true)
    public StoredFile copy(Actor by, long id, long copy) {
        seen(by, jobs.find(id));
        var found =
                jobs.copies(id).stream()
                        .filter(it -> it.id() == copy && it.sha256() != null)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        return files.find(
                        Objects.requireNonNull(found.sha256()),
                        Objects.requireNonNull(found.fileName()))
                .orElseThrow(Refusal::notFound);
    }

    /** The list of grounds of a released copy, to go with the reply. */
    @Transactional(readOnly = true)
    public Letter listOfGrounds(Actor by, long id, long copy) {
        var job = seen(by, jobs.find(id));
        return jobs.copies(id).stream()
                .filter(it -> it.id() == copy && it.sha256() != null)
                .findFirst()
                .map(it -> list.of(job, it))
                .orElseThrow(Refusal::notFound);
    }

    /** The bytes of a kept file that this person was shown. */
    public Path content(StoredFile file) {
        return files.path(file.sha256());
    }

    private List<Mark> standing(long id) {
        return jobs.marks(id).stream().map(JobMark::mark).toList();
    }

    private RedactionJob locked(Actor by, long id, @Nullable Long version) {
        var job = seen(by, jobs.locked(id));
        if (grant(by, job.section()).isEmpty()) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "redaction.refused.role");
        }
        if (version != null && version != job.version()) {
            throw Refusal.stale(job.version(), "redaction.refused.stale");
        }
        return job;
    }

    private static RedactionJob seen(Actor by, Optional<RedactionJob> job) {
        return job.filter(it -> it.agency().equals(by.agency()))
                .filter(it -> MAY_READ.stream().anyMatch(role -> by.has(role, it.section())))
                .orElseThrow(Refusal::notFound);
    }

    private static Optional<Grant> grant(Actor by, SectionId section) {
        return by.grant(Role.DISCLOSURE_OFFICE, section).or(() -> by.grant(Role.CLERK, section));
    }

    /** Null for all: whoever holds a role for the whole agency. */
    private static @Nullable Set<SectionId> sections(Actor by) {
        var sections = new java.util.HashSet<SectionId>();
        for (var grant : by.grants()) {
            if (MAY_READ.contains(grant.role())) {
                var section = grant.section();
                if (section == null) {
                    return null;
                }
                sections.add(section);
            }
        }
        return sections;
    }

    private static void demandOpen(Actor by) {
        if (!canOpen(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "redaction.refused.role");
        }
    }

    private static void demandRead(Actor by) {
        if (!canRead(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "redaction.refused.readers");
        }
    }

    private void record(Actor by, Grant under, String what, long id, Map<String, ?> facts) {
        audit.record(by, under, "redaction." + what, subject(id), Map.of(), facts);
    }

    static String subject(long id) {
        return "redaction-job:" + id;
    }
}
