package org.gongkai.opengov.remediation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.textcheck.ReviewText;
import org.gongkai.platform.textcheck.TextCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** How every change of a project is made (项目变更): right, version, classification mark, revision. */
@Component
class ProjectChanges {
    private final RemediationProjects projects;
    private final RemediationRights rights;
    private final TextCheck textCheck;
    private final AuditTrail audit;
    private final Clock clock;

    ProjectChanges(
            RemediationProjects projects,
            RemediationRights rights,
            TextCheck textCheck,
            AuditTrail audit,
            Clock clock) {
        this.projects = projects;
        this.rights = rights;
        this.textCheck = textCheck;
        this.audit = audit;
        this.clock = clock;
    }

    /** A project that this person may read. */
    RemediationProject seen(Actor by, long id) {
        var project = projects.find(by.agency(), id).orElseThrow(Refusal::notFound);
        if (!rights.reads(by, project.content().medium())) {
            rights.mustRead(by);
            throw Refusal.notFound();
        }
        return project;
    }

    /** A project that this person may write, in the version that was read. */
    RemediationProject writable(Actor by, long id, @Nullable Long expected) {
        var project = seen(by, id);
        rights.mustWrite(by, project.content().medium());
        if (expected != null && expected != project.revision().number()) {
            throw Refusal.stale(project.revision().number(), "remediation.refusal.stale");
        }
        return project;
    }

    /**
     * Adds a revision of a writable project.
     *
     * @param what was done, the last part of the audit's word
     */
    void write(
            Actor by,
            RemediationProject project,
            String what,
            Function<ProjectContent, ProjectContent> change) {
        var before = project.content();
        var after = change.apply(before);
        if (after.equals(before)) {
            throw Refusal.notPossibleNow(List.of(), "remediation.problem.unchanged");
        }
        var number = project.revision().number() + 1;
        try {
            projects.add(project.id(), number, after, what, by.person(), clock.instant());
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(number, "remediation.refusal.stale");
        }
        audit.record(
                by,
                rights.mustWrite(by, before.medium()),
                "remediation." + what,
                "remediation-project:" + project.id(),
                Map.of("revision", project.revision().number()),
                Map.of("revision", number));
    }

    /** Refuses what carries a classification mark, before anything of it is kept. */
    void refuseClassified(Typed typed) {
        textCheck.refuseClassified(new ReviewText("", "", typed.fields(), List.of()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
