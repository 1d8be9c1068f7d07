package org.gongkai.opengov.projects;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk of consents (投资方同意办理): records what an investor consented to, and that it was taken
 * back, from which moment nothing of what rests on it is public any more.
 */
@Service
@Transactional
public class ConsentDesk {
    private final ProjectDesk projects;
    private final ProjectEntries entries;
    private final Consents consents;
    private final ProjectRights rights;
    private final PublishingDesk publishing;
    private final FileStore files;
    private final PageChanges pages;
    private final AuditTrail audit;
    private final Wording wording;
    private final Clock clock;

    ConsentDesk(
            ProjectDesk projects,
            ProjectEntries entries,
            Consents consents,
            ProjectRights rights,
            PublishingDesk publishing,
            FileStore files,
            PageChanges pages,
            AuditTrail audit,
            Wording wording,
            Clock clock) {
        this.projects = projects;
        this.entries = entries;
        this.consents = consents;
        this.rights = rights;
        this.publishing = publishing;
        this.files = files;
        this.pages = pages;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /** The consents of a project, the oldest first. */
    @Transactional(readOnly = true)
    public List<Consent> list(Actor by, long project) {
        projects.read(by, project);
        return consents.of(project);
    }

    /** Records a consent with its paper; its id. */
    public long give(
            Actor by,
            long project,
            ProjectInput input,
            @Nullable InputStream content,
            String name) {
        var grant = rights.mustKeep(by);
        projects.read(by, project);
        var check = input.check();
        var givenBy = check.text("givenBy", ProjectInput.SHORT);
        var givenOn = check.day("givenOn", LocalDate.now(clock));
        var stages = check.several("stages", ProjectStage.class, ProjectStage::named);
        var kinds =
                check.several(
                        "kinds",
                        EntryKind.class,
                        it -> EntryKind.named(it).filter(EntryKind::negotiation));
        if (content == null) {
            check.add("file", "projects.problem.no-file");
        }
        check.done();
        var file = ProjectDesk.kept(files, content, name);
        var id =
                consents.add(
                        project,
                        givenBy,
                        givenOn,
                        stages,
                        kinds,
                        file,
                        by.person(),
                        clock.instant());
        audit.record(
                by,
                grant,
                "projects.consent-recorded",
                ProjectDesk.subject(project),
                Map.of(),
                Map.of(
                        "consent",
                        id,
                        "givenOn",
                        givenOn.toString(),
                        "stages",
                        stages.toString(),
                        "kinds",
                        kinds.toString(),
                        "sha256",
                        file.sha256()));
        pages.tell(PublicProjects.sources(project));
        return id;
    }

    /** Records that a consent was taken back; what rests on it is taken from the public at once. */
    public void end(Actor by, long project, long id, ProjectInput input) {
        var grant = rights.mustKeep(by);
        projects.read(by, project);
        var consent = consents.find(project, id).orElseThrow(Refusal::notFound);
        if (consent.end() != null) {
            throw Refusal.notPossibleNow(List.of(), "projects.refusal.ended-before");
        }
        var check = input.check();
        var on = check.day("endedOn", LocalDate.now(clock));
        var endedBy = check.text("endedBy", ProjectInput.SHORT);
        var reason = check.optional("reason", ProjectInput.LONG);
        if (on.isBefore(consent.givenOn())) {
            check.add("endedOn", "projects.problem.before-given", consent.givenOn());
        }
        check.done();
        try {
            consents.end(id, new Consent.End(on, endedBy, reason, clock.instant()), by.person());
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.notPossibleNow(List.of(), "projects.refusal.ended-before");
        }
        for (var document : entries.restingOn(id)) {
            publishing.takeBack(
                    by,
                    grant,
                    document,
                    wording.say("projects.taken-back.consent"),
                    wording.say("projects.taken-back.consent.ground"));
        }
        audit.record(
                by,
                grant,
                "projects.consent-ended",
                ProjectDesk.subject(project),
                Map.of("consent", id),
                Map.of("endedOn", on.toString(), "reason", reason));
        pages.tell(PublicProjects.sources(project));
    }

    /** The paper of a consent. */
    @Transactional(readOnly = true)
    public ProjectDesk.Paper paper(Actor by, long project, long id) {
        projects.read(by, project);
        return ProjectDesk.paper(
                files, consents.find(project, id).orElseThrow(Refusal::notFound).file());
    }
}
