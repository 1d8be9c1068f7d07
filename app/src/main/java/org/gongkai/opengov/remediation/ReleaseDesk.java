package org.gongkai.opengov.remediation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a second person releases what was written of a project, or gives it back (整治信息签发): the head
 * of the section or the disclosure office, and nobody who wrote any of it since the last release.
 */
@Service
@Transactional
public class ReleaseDesk {
    private final RemediationProjects projects;
    private final ProjectChanges changes;
    private final ProjectOpening opening;
    private final RemediationRights rights;
    private final AuditTrail audit;
    private final Clock clock;

    ReleaseDesk(
            RemediationProjects projects,
            ProjectChanges changes,
            ProjectOpening opening,
            RemediationRights rights,
            AuditTrail audit,
            Clock clock) {
        this.projects = projects;
        this.changes = changes;
        this.opening = opening;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether this person could release what waits now. */
    @Transactional(readOnly = true)
    public boolean mayRelease(Actor by, RemediationProject project) {
        return project.waiting()
                && rights.releases(by, project.content().medium())
                && !wrote(by, rights.mustRelease(by, project.content().medium()), project);
    }

    /**
     * Releases the newest revision.
     *
     * @param sha256 of the content that was read
     */
    public void release(Actor by, long id, String sha256) {
        var project = waiting(by, id, sha256);
        var grant = rights.mustRelease(by, project.content().medium());
        if (wrote(by, grant, project)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "remediation.refusal.two-people");
        }
        projects.decide(project, true, "", by.person(), grant, clock.instant());
        opening.follow(projects.find(by.agency(), id).orElseThrow());
        audit.record(
                by,
                grant,
                "remediation.released",
                "remediation-project:" + id,
                Map.of(),
                Map.of("revision", project.revision().number(), "sha256", sha256));
    }

    /** Gives the newest revision back to those who wrote it. */
    public void giveBack(Actor by, long id, String sha256, String reason) {
        var project = waiting(by, id, sha256);
        var grant = rights.mustRelease(by, project.content().medium());
        var words = new Typed(Map.of("reason", reason));
        var check = new Typed.Check(words);
        var said = check.text("reason", Typed.Check.LONG, true);
        check.end();
        projects.decide(project, false, said, by.person(), grant, clock.instant());
        audit.record(
                by,
                grant,
                "remediation.given-back",
                "remediation-project:" + id,
                Map.of(),
                Map.of("revision", project.revision().number(), "reason", said));
    }

    private RemediationProject waiting(Actor by, long id, String sha256) {
        var project = changes.seen(by, id);
        rights.mustRelease(by, project.content().medium());
        if (!project.revision().sha256().equals(sha256)) {
            throw Refusal.stale(project.revision().number(), "remediation.refusal.stale");
        }
        if (!project.waiting()) {
            throw Refusal.notPossibleNow(List.of(), "remediation.refusal.decided");
        }
        return project;
    }

    private boolean wrote(Actor by, Grant grant, RemediationProject project) {
        var released = project.released() == null ? 0 : project.released().number();
        return projects.past(project.id()).stream()
                .map(RemediationProjects.Past::revision)
                .filter(it -> it.number() > released)
                .anyMatch(it -> it.by().equals(by.person()) || it.by().equals(grant.onBehalfOf()));
    }
}
