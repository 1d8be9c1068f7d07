package org.gongkai.opengov.inspections.registers;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.registers.RegisterImport.Difference;
import org.gongkai.opengov.inspections.registers.RegisterImport.Kind;
import org.gongkai.opengov.inspections.registers.RegisterImport.Problem;
import org.gongkai.opengov.inspections.registers.RegisterImport.State;
import org.gongkai.opengov.inspections.registers.RegisterImport.Step;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings a file into a register (名录导入): it is read and compared, the keeper looks at what would be
 * new and changed, and confirms. What the file does not name is shown and left alone.
 */
@Service
public class RegisterImportDesk {
    private static final int LONGEST_NAME = 200;

    private final RegisterImports imports;
    private final ImportFiles files;
    private final RegisterImportWorker worker;
    private final AuditTrail audit;
    private final Clock clock;

    RegisterImportDesk(
            RegisterImports imports,
            ImportFiles files,
            RegisterImportWorker worker,
            AuditTrail audit,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.worker = worker;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins with a file: .xlsx, .csv, or a .zip with a .csv; nothing of the register changes yet.
     */
    @Transactional
    public long begin(Actor by, Register register, String fileName, InputStream content) {
        var grant = InspectionRights.mustKeep(by);
        var name =
                fileName.length() > LONGEST_NAME
                        ? fileName.substring(fileName.length() - LONGEST_NAME)
                        : fileName;
        var ending = ImportFiles.ending(name);
        var id = imports.add(by.agency(), register, name, by.person(), clock.instant());
        files.keep(id, ending, content);
        audit.record(
                by,
                grant,
                "inspections.import-begun",
                "inspection-import:" + id,
                Map.of(),
                Map.of("register", register.slug(), "file", name));
        afterwards(worker::wake);
        return id;
    }

    /** Takes a step. */
    @Transactional
    public void take(Actor by, long id, Step step) {
        var grant = InspectionRights.mustKeep(by);
        var run = locked(by, id);
        if (!run.allowed().contains(step)) {
            throw Refusal.notPossibleNow(
                    run.allowed().stream().map(Step::slug).toList(), "inspections.import.not-now");
        }
        switch (step) {
            case CONFIRM -> imports.confirm(id, by.person(), clock.instant());
            case CANCEL -> imports.move(id, State.CANCELLED, null, clock.instant());
        }
        audit.record(
                by,
                grant,
                "inspections.import-" + step.slug(),
                "inspection-import:" + id,
                Map.of("state", run.state().name()),
                Map.of(
                        "register", run.register().slug(),
                        "new", run.counts().added(),
                        "changed", run.counts().changed()));
        afterwards(worker::wake);
    }

    /** Imports, the newest first. */
    @Transactional(readOnly = true)
    public List<RegisterImport> list(Actor by, int skip, int limit) {
        InspectionRights.mustKeep(by);
        return imports.of(by.agency(), skip, limit);
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public long count(Actor by) {
        InspectionRights.mustKeep(by);
        return imports.count(by.agency());
    }

    /** One with its counts. */
    @Transactional(readOnly = true)
    public RegisterImport one(Actor by, long id) {
        InspectionRights.mustKeep(by);
        return imports.find(id)
                .filter(it -> it.agency().equals(by.agency()))
                .orElseThrow(Refusal::notFound);
    }

    /** A part of what the file would do; empty once it is carried out or cancelled. */
    @Transactional(readOnly = true)
    public List<Difference> differences(Actor by, long id, Kind kind, int skip, int limit) {
        return imports.differences(one(by, id), kind, skip, limit);
    }

    /** What is wrong, by row. */
    @Transactional(readOnly = true)
    public List<Problem> problems(Actor by, long id, int skip, int limit) {
        one(by, id);
        return imports.problems(id, skip, limit);
    }

    /** How much is wrong, of what was kept. */
    @Transactional(readOnly = true)
    public long countProblems(Actor by, long id) {
        one(by, id);
        return imports.countProblems(id);
    }

    private RegisterImport locked(Actor by, long id) {
        return imports.locked(id)
                .filter(it -> it.agency().equals(by.agency()))
                .orElseThrow(Refusal::notFound);
    }

    private static void afterwards(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }
}
