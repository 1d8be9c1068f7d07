package org.gongkai.opengov.siteimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.disclosures.OldSiteBatch;
import org.gongkai.opengov.disclosures.OldSiteBatches;
import org.gongkai.opengov.disclosures.OldSiteDesk;
import org.gongkai.opengov.siteimport.ImportRun.State;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.settings.Settings;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the operator and the disclosure office do with imports (导入办理): begin, stop, go on, approve,
 * give up. Folders are chosen by name among those that the operator laid into the data folder.
 */
@Service
@Transactional
public class SiteImportDesk {
    private static final Set<Role> MAY_RUN = EnumSet.of(Role.OPERATOR, Role.DISCLOSURE_OFFICE);
    private static final Set<Role> MAY_READ =
            EnumSet.of(
                    Role.OPERATOR,
                    Role.DISCLOSURE_OFFICE,
                    Role.DEPUTY_LEADER,
                    Role.PRINCIPAL_LEADER,
                    Role.SECRECY_REVIEWER,
                    Role.AUDITOR);

    private final ImportRuns runs;
    private final OldSiteBatches batches;
    private final OldSiteDesk documents;
    private final ImportWorker worker;
    private final AuditTrail audit;
    private final Settings settings;
    private final Clock clock;

    SiteImportDesk(
            ImportRuns runs,
            OldSiteBatches batches,
            OldSiteDesk documents,
            ImportWorker worker,
            AuditTrail audit,
            Settings settings,
            Clock clock) {
        this.runs = runs;
        this.batches = batches;
        this.documents = documents;
        this.worker = worker;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether this person may look at imports at all. */
    public static boolean canRead(Actor actor) {
        return MAY_READ.stream().anyMatch(actor::has);
    }

    /** Whether this person may begin, stop and go on. */
    public static boolean canRun(Actor actor) {
        return MAY_RUN.stream().anyMatch(actor::has);
    }

    /** Where the operator lays folders for import. */
    public Path place() {
        return settings.home().resolve("import");
    }

    /** The folders that can be imported, by name: those with settings of their own. */
    public List<String> folders(Actor actor) {
        readable(actor);
        if (!Files.isDirectory(place())) {
            return List.of();
        }
        try (var all = Files.list(place())) {
            return all.filter(it -> Files.isRegularFile(it.resolve(ImportFolder.SETTINGS)))
                    .map(it -> String.valueOf(it.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a run over one of the folders; a dry run checks everything and keeps nothing. */
    public long start(Actor actor, String folder, boolean dryRun) {
        runnable(actor);
        if (folder.isBlank()) {
            throw Refusal.invalid("folder", "siteimport.field.folder");
        }
        if (!folders(actor).contains(folder)) {
            throw Refusal.invalid("folder", "siteimport.field.unknown-folder", folder);
        }
        var path = place().resolve(folder).toAbsolutePath().toString();
        var id = runs.add(actor.agency(), path, dryRun, actor.person(), clock.instant());
        record(actor, "started", id, Map.of("folder", path, "dryRun", dryRun));
        wakeAfterCommit();
        return id;
    }

    /** A part of the runs, newest first. */
    @Transactional(readOnly = true)
    public List<ImportRun> list(Actor actor, int skip, int limit) {
        readable(actor);
        return runs.of(actor.agency(), skip, limit);
    }

    /** How many runs there are. */
    @Transactional(readOnly = true)
    public long count(Actor actor) {
        readable(actor);
        return runs.count(actor.agency());
    }

    /** A run with what it filled. */
    public record RunAndBatch(
            ImportRun run, Optional<OldSiteBatch> batch, Set<ImportStep> allowed) {}

    /** One run. */
    @Transactional(readOnly = true)
    public RunAndBatch one(Actor actor, long id) {
        readable(actor);
        return whole(actor, found(actor, id));
    }

    /** A part of what was wrong, by row. */
    @Transactional(readOnly = true)
    public List<RowProblem> problems(Actor actor, long id, int skip, int limit) {
        readable(actor);
        return runs.problems(found(actor, id).id(), skip, limit);
    }

    /** How many lines the list of what was wrong has. */
    @Transactional(readOnly = true)
    public long countProblems(Actor actor, long id) {
        readable(actor);
        return runs.countProblems(found(actor, id).id());
    }

    /** A part of what came in, in the order of the manifest. */
    @Transactional(readOnly = true)
    public List<OldSiteBatches.Line> records(
            Actor actor, long id, boolean heldOnly, int skip, int limit) {
        readable(actor);
        var batch = found(actor, id).batch();
        return batch == null ? List.of() : batches.records(batch, heldOnly, skip, limit);
    }

    /** Stops the work; what is in stays aside, and the run can go on. */
    public void cancel(Actor actor, long id) {
        runnable(actor);
        var run = allowed(actor, id, ImportStep.CANCEL);
        runs.move(run.id(), State.CANCELLED, null, clock.instant());
        record(actor, "cancelled", id, Map.of("rows", run.counts().done()));
    }

    /** Goes on where it stood; a manifest that was changed meanwhile is read from its beginning. */
    public void resume(Actor actor, long id) {
        runnable(actor);
        var run = allowed(actor, id, ImportStep.RESUME);
        runs.move(run.id(), State.WAITING, null, clock.instant());
        record(actor, "resumed", id, Map.of("rows", run.counts().done()));
        wakeAfterCommit();
    }

    /**
     * Gives one of the two words by which everything that came in becomes public.
     *
     * @param digest of what was read
     */
    public void approve(Actor actor, long id, String digest, String opinion) {
        readable(actor);
        var run = allowed(actor, id, ImportStep.APPROVE);
        documents.approve(actor, Objects.requireNonNull(run.batch()), digest, opinion);
        wakeAfterCommit();
    }

    /** Gives up what came in, before it is approved. */
    public void discard(Actor actor, long id, String reason) {
        readable(actor);
        var run = allowed(actor, id, ImportStep.DISCARD);
        long batch = Objects.requireNonNull(run.batch());
        documents.discard(actor, batch, reason);
        runs.forgetAddresses(batch);
        if (run.isOpen()) {
            runs.move(id, State.CANCELLED, null, clock.instant());
        }
    }

    private RunAndBatch whole(Actor actor, ImportRun run) {
        var batch = Optional.ofNullable(run.batch()).flatMap(batches::find);
        var allowed = EnumSet.noneOf(ImportStep.class);
        var standing = batch.map(OldSiteBatch::standing);
        boolean undecided = standing.isEmpty() || standing.get() == OldSiteBatch.Standing.OPEN;
        if (canRun(actor)) {
            if (run.isOpen()) {
                allowed.add(ImportStep.CANCEL);
            } else if (run.state() != State.DONE && undecided) {
                allowed.add(ImportStep.RESUME);
            }
            if (standing.isPresent()
                    && (undecided || standing.get() == OldSiteBatch.Standing.SEALED)) {
                allowed.add(ImportStep.DISCARD);
            }
        }
        if (batch.flatMap(it -> documents.mayApprove(actor, it)).isPresent()) {
            allowed.add(ImportStep.APPROVE);
        }
        return new RunAndBatch(run, batch, allowed);
    }

    private ImportRun allowed(Actor actor, long id, ImportStep step) {
        var run = runs.locked(id).filter(it -> isOf(actor, it)).orElseThrow(Refusal::notFound);
        var now = whole(actor, run).allowed();
        if (!now.contains(step)) {
            throw Refusal.notPossibleNow(
                    now.stream().map(ImportStep::slug).toList(),
                    "siteimport.refusal.state",
                    new DefaultMessageSourceResolvable("siteimport.step." + step.name()));
        }
        return run;
    }

    private ImportRun found(Actor actor, long id) {
        return runs.find(id).filter(it -> isOf(actor, it)).orElseThrow(Refusal::notFound);
    }

    private static boolean isOf(Actor actor, ImportRun run) {
        return run.agency() == null || run.agency().equals(actor.agency());
    }

    private void record(Actor actor, String what, long id, Map<String, ?> facts) {
        audit.record(actor, "siteimport." + what, "import-run:" + id, Map.of(), facts);
    }

    private static void readable(Actor actor) {
        demand(canRead(actor), "siteimport.refusal.readers", MAY_READ);
    }

    private static void runnable(Actor actor) {
        demand(canRun(actor), "siteimport.refusal.role", MAY_RUN);
    }

    private static void demand(boolean granted, String messageKey, Set<Role> roles) {
        if (!granted) {
            throw Refusal.of(
                    RefusalKind.NOT_ALLOWED,
                    messageKey,
                    new DefaultMessageSourceResolvable(
                            new String[] {"roles.any-of." + roles.size()},
                            roles.stream()
                                    .map(
                                            it ->
                                                    new DefaultMessageSourceResolvable(
                                                            "roles.role." + it.name()))
                                    .toArray()));
        }
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        worker.wake();
                    }
                });
    }
}
