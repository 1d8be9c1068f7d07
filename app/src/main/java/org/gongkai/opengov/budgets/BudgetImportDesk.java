package org.gongkai.opengov.budgets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.budgets.BudgetImport.State;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in workbooks with the official tables (公开表导入): read and checked first, and shown; nothing
 * is kept until somebody has confirmed it, as a version of its own.
 */
@Service
@Transactional
public class BudgetImportDesk {
    private static final UploadLimits LIMITS =
            new UploadLimits(10L * 1024 * 1024, EnumSet.of(MediaKind.XLSX));
    private static final int LONGEST = 500;

    private final BudgetPapers papers;
    private final BudgetDesk desk;
    private final BudgetAudit audit;
    private final BudgetShapes shapes;
    private final BudgetRights rights;
    private final FileStore files;
    private final AuditTrail trail;
    private final Wording wording;
    private final Clock clock;

    BudgetImportDesk(
            BudgetPapers papers,
            BudgetDesk desk,
            BudgetAudit audit,
            BudgetShapes shapes,
            BudgetRights rights,
            FileStore files,
            AuditTrail trail,
            Wording wording,
            Clock clock) {
        this.papers = papers;
        this.desk = desk;
        this.audit = audit;
        this.shapes = shapes;
        this.rights = rights;
        this.files = files;
        this.trail = trail;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * What a workbook would do.
     *
     * @param problems what is not understood; it cannot be taken then
     * @param findings in words
     * @param unread sheets that are no official table
     */
    public record Preview(
            BudgetPaper paper,
            BudgetImport file,
            List<Problem> problems,
            List<Found> findings,
            List<TablePicture> tables,
            List<String> unread) {

        /** Whether it can be taken. */
        public boolean sound() {
            return problems.isEmpty() && !tables.isEmpty();
        }
    }

    /** A cell that is not understood. */
    public record Problem(String cell, String kind, String sentence) {}

    /** A figure that is not what it should be. */
    public record Found(Finding finding, String sentence) {}

    /** Takes a workbook in to be looked at; its number. */
    public long begin(Actor by, long paper, @Nullable String name, InputStream content) {
        var grant = rights.mustKeep(by);
        mustBeOf(by, paper);
        var plain = Objects.requireNonNullElse(name, "");
        if (!plain.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw Refusal.invalid("file", "budgets.imports.problem.kind");
        }
        var stored = files.put(content, plain, LIMITS);
        SheetGrid.read(bytes(stored.sha256()));
        var id =
                papers.begin(
                        paper, stored.safeName(), stored.sha256(), by.person(), clock.instant());
        trail.record(
                by,
                grant,
                "budgets.import-begun",
                "budget-import:" + id,
                Map.of(),
                Map.of("file", stored.safeName(), "sha256", stored.sha256(), "budget", paper));
        return id;
    }

    /** What a workbook would do now; nothing once it is cancelled, when it is not kept either. */
    @Transactional(readOnly = true)
    public Preview preview(Actor by, long id) {
        rights.mustRead(by);
        var file = papers.findImport(id).orElseThrow(Refusal::notFound);
        var paper = papers.find(by.agency(), file.paper()).orElseThrow(Refusal::notFound);
        if (file.state() == State.CANCELLED) {
            return new Preview(paper, file, List.of(), List.of(), List.of(), List.of());
        }
        var read = read(paper, file);
        return new Preview(
                paper,
                file,
                read.problems().stream().map(this::problem).toList(),
                audit.judge(paper, read.tables()).stream()
                        .map(BudgetAudit.Judged::finding)
                        .map(it -> new Found(it, desk.sentence(it)))
                        .toList(),
                read.tables().stream()
                        .flatMap(
                                it ->
                                        TablePicture.of(it, shapes.of(paper.kind()).table(it.key()))
                                                .stream())
                        .toList(),
                read.unread());
    }

    /** Keeps it as the newest version; after the first with the reason. */
    public void take(Actor by, long id, @Nullable String why) {
        var grant = rights.mustKeep(by);
        var file = papers.findImport(id).orElseThrow(Refusal::notFound);
        var paper = papers.find(by.agency(), file.paper()).orElseThrow(Refusal::notFound);
        var reason = Objects.requireNonNullElse(why, "").strip();
        if (file.state() != State.READ) {
            throw ended();
        }
        var read = read(paper, file);
        if (!read.problems().isEmpty() || read.tables().isEmpty()) {
            throw Refusal.invalid("file", "budgets.imports.problem.cells", read.problems().size());
        }
        if (paper.version() > 0 && reason.isEmpty()) {
            throw Refusal.invalid("reason", "budgets.problem.reason");
        }
        if (reason.length() > LONGEST) {
            throw Refusal.invalid("reason", "budgets.problem.too-long", LONGEST);
        }
        if (!papers.end(id, State.TAKEN, clock.instant())) {
            throw ended();
        }
        var version =
                new BudgetVersion(
                        paper.id(),
                        paper.version() + 1,
                        file.fileName(),
                        file.sha256(),
                        read.tables(),
                        reason,
                        by.person(),
                        clock.instant());
        try {
            papers.add(version);
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(version.number(), "budgets.refusal.stale");
        }
        trail.record(
                by,
                grant,
                "budgets.import-taken",
                "budget-import:" + id,
                Map.of(),
                Map.of("budget", paper.id(), "version", version.number()));
    }

    /** Keeps nothing of it. */
    public void cancel(Actor by, long id) {
        var grant = rights.mustKeep(by);
        var file = papers.findImport(id).orElseThrow(Refusal::notFound);
        mustBeOf(by, file.paper());
        if (!papers.end(id, State.CANCELLED, clock.instant())) {
            throw ended();
        }
        trail.record(
                by, grant, "budgets.import-cancelled", "budget-import:" + id, Map.of(), Map.of());
    }

    private void mustBeOf(Actor by, long paper) {
        if (papers.find(by.agency(), paper).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private BudgetWorkbook.Read read(BudgetPaper paper, BudgetImport file) {
        return BudgetWorkbook.read(bytes(file.sha256()), shapes.of(paper.kind()).tables());
    }

    private Problem problem(CellProblem it) {
        return new Problem(
                it.place(),
                it.kind().slug(),
                wording.say("budgets.cell." + it.kind().slug(), it.text()));
    }

    private byte[] bytes(String sha256) {
        try {
            return Files.readAllBytes(files.path(sha256));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Refusal ended() {
        return Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "budgets.imports.refusal.ended");
    }
}
