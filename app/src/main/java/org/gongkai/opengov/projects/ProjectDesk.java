package org.gongkai.opengov.projects;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.textcheck.ClassificationMark;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the register of key projects (重点项目台账维护): enters, changes, and records the landing. */
@Service
@Transactional
public class ProjectDesk {
    private static final List<String> FIELDS =
            List.of(
                    "name",
                    "builder",
                    "investor",
                    "district",
                    "kind",
                    "importance",
                    "state",
                    "from",
                    "reason");

    private final Projects projects;
    private final Consents consents;
    private final ProjectRights rights;
    private final Organization organization;
    private final FileStore files;
    private final PageChanges pages;
    private final AuditTrail audit;
    private final Clock clock;

    ProjectDesk(
            Projects projects,
            Consents consents,
            ProjectRights rights,
            Organization organization,
            FileStore files,
            PageChanges pages,
            AuditTrail audit,
            Clock clock) {
        this.projects = projects;
        this.consents = consents;
        this.rights = rights;
        this.organization = organization;
        this.files = files;
        this.pages = pages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which projects are asked for; null for all.
     *
     * @param words in the name, the builder's or the investor's
     */
    public record Filter(
            String words,
            @Nullable ProjectKind kind,
            @Nullable ProjectState state,
            @Nullable String district) {

        boolean takes(KeyProject project) {
            var facts = project.facts();
            return (kind == null || kind == facts.kind())
                    && (state == null || state == facts.state())
                    && (district == null || district.equals(facts.district()))
                    && (facts.name().contains(words)
                            || facts.builder().contains(words)
                            || facts.investor().contains(words));
        }
    }

    /** The projects asked for, the last entered first. */
    @Transactional(readOnly = true)
    public List<KeyProject> list(Actor by, Filter filter) {
        rights.mustRead(by);
        return projects.newest(by.agency()).stream().filter(filter::takes).toList();
    }

    /** One in all its versions, the newest first. */
    @Transactional(readOnly = true)
    public List<KeyProject> read(Actor by, long id) {
        rights.mustRead(by);
        var versions = projects.versions(by.agency(), id);
        if (versions.isEmpty()) {
            throw Refusal.notFound();
        }
        return versions;
    }

    /** The districts of the agency's region, by code. */
    public SortedMap<String, String> districts(AgencyId agency) {
        return organization.agency(agency).region().counties();
    }

    /** Today, where a form wants a day to begin with. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Enters a project; its number. */
    public long enter(Actor by, ProjectInput input) {
        var grant = rights.mustKeep(by);
        var checked = checked(by, input, null);
        if (checked.facts().state().afterLanding()) {
            throw Refusal.invalid("state", "projects.problem.not-landed");
        }
        long id;
        try {
            id = projects.add(by.agency(), checked.facts().name());
        } catch (DuplicateKeyException twice) {
            throw Refusal.invalid("name", "projects.problem.entered-before", input.of("name"));
        }
        projects.add(id, 1, checked.from(), checked.facts(), "", by.person(), clock.instant());
        audit.record(by, grant, "projects.entered", subject(id), Map.of(), told(input));
        return id;
    }

    /**
     * Changes a project from a day on; what was so before stays on record.
     *
     * @param expected the version that was read; null for any
     */
    public void change(Actor by, long id, ProjectInput input, @Nullable Long expected) {
        var grant = rights.mustKeep(by);
        var before = read(by, id).getFirst();
        if (expected != null && expected != before.number()) {
            throw Refusal.stale(before.number(), "projects.refusal.stale");
        }
        var checked = checked(by, input, before);
        if (checked.facts().state().afterLanding() && before.landing() == null) {
            throw Refusal.invalid("state", "projects.problem.not-landed");
        }
        if (checked.facts().state() == ProjectState.APPROACHED && before.landing() != null) {
            throw Refusal.invalid("state", "projects.problem.has-landed");
        }
        if (!checked.facts().investor().equals(before.facts().investor())
                && consents.of(id).stream().anyMatch(it -> it.end() == null)) {
            throw Refusal.invalid("investor", "projects.problem.consent-stands");
        }
        if (checked.facts().equals(before.facts())) {
            throw Refusal.invalid("reason", "projects.problem.unchanged");
        }
        add(by, before, checked);
        audit.record(
                by, grant, "projects.changed", subject(id), input(before).typed(), told(input));
    }

    /**
     * Records that it has landed, with the paper that shows it; from then on it stands as landed.
     */
    public void land(
            Actor by, long id, ProjectInput input, @Nullable InputStream content, String name) {
        var grant = rights.mustKeep(by);
        var before = read(by, id).getFirst();
        if (before.landing() != null) {
            throw Refusal.notPossibleNow(List.of(), "projects.refusal.landed-before");
        }
        var check = input.check();
        var on = check.day("landedOn", today());
        var proof = check.text("proof", ProjectInput.LONG);
        if (content == null) {
            check.add("file", "projects.problem.no-file");
        }
        check.done();
        var file = kept(files, content, name);
        landed(id, new KeyProject.Landing(1, on, proof, file, "", by.person(), clock.instant()));
        var was = before.facts();
        if (was.state() == ProjectState.APPROACHED) {
            var facts =
                    new KeyProject.Facts(
                            was.name(),
                            was.builder(),
                            was.investor(),
                            was.district(),
                            was.kind(),
                            was.importance(),
                            ProjectState.LANDED);
            add(by, before, new Checked(facts, on, proof));
        }
        pages.tell(PublicProjects.sources(id));
        audit.record(
                by,
                grant,
                "projects.landed",
                subject(id),
                Map.of(),
                Map.of("landedOn", on.toString(), "proof", proof, "sha256", file.sha256()));
    }

    /**
     * Corrects a landing that was recorded wrongly, with the reason; what was recorded stays, and
     * counts no more.
     *
     * @param content another paper; null keeps the one there is
     * @param expected number of the landing that was read; null for any
     */
    public void correctLanding(
            Actor by,
            long id,
            ProjectInput input,
            @Nullable InputStream content,
            String name,
            @Nullable Long expected) {
        var grant = rights.mustKeep(by);
        var before = read(by, id).getFirst().landing();
        if (before == null) {
            throw Refusal.notPossibleNow(List.of(), "projects.problem.not-landed");
        }
        if (expected != null && expected != before.number()) {
            throw Refusal.stale(before.number(), "projects.refusal.stale");
        }
        var check = input.check();
        var on = check.day("landedOn", today());
        var proof = check.text("proof", ProjectInput.LONG);
        var reason = check.text("reason", ProjectInput.LONG);
        check.done();
        var file = content == null ? before.file() : kept(files, content, name);
        if (on.equals(before.on())
                && proof.equals(before.proof())
                && file.sha256().equals(before.file().sha256())) {
            throw Refusal.invalid("reason", "projects.problem.unchanged");
        }
        landed(
                id,
                new KeyProject.Landing(
                        before.number() + 1,
                        on,
                        proof,
                        file,
                        reason,
                        by.person(),
                        clock.instant()));
        pages.tell(PublicProjects.sources(id));
        audit.record(
                by,
                grant,
                "projects.landing-corrected",
                subject(id),
                Map.of(
                        "landedOn",
                        before.on().toString(),
                        "proof",
                        before.proof(),
                        "sha256",
                        before.file().sha256()),
                Map.of(
                        "landedOn",
                        on.toString(),
                        "proof",
                        proof,
                        "sha256",
                        file.sha256(),
                        "reason",
                        reason));
    }

    private void landed(long id, KeyProject.Landing landing) {
        try {
            projects.land(id, landing);
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(landing.number(), "projects.refusal.stale");
        }
    }

    /** What was ever recorded of the landing, the newest first. */
    @Transactional(readOnly = true)
    public List<KeyProject.Landing> landings(Actor by, long id) {
        read(by, id);
        return projects.landings(id);
    }

    /** The paper that shows the landing. */
    @Transactional(readOnly = true)
    public Paper landingPaper(Actor by, long id) {
        var landing = read(by, id).getFirst().landing();
        if (landing == null) {
            throw Refusal.notFound();
        }
        return paper(files, landing.file());
    }

    /** A kept paper, to be handed out. */
    public record Paper(StoredFile file, Path content) {}

    static ProjectFile kept(FileStore files, @Nullable InputStream content, String name) {
        if (content == null) {
            throw Refusal.invalid("file", "projects.problem.no-file");
        }
        var stored = files.put(content, name, UploadLimits.SCAN);
        return new ProjectFile(stored.sha256(), stored.safeName());
    }

    static Paper paper(FileStore files, ProjectFile file) {
        return new Paper(
                files.find(file.sha256(), file.name()).orElseThrow(Refusal::notFound),
                files.path(file.sha256()));
    }

    static String subject(long id) {
        return "key-project:" + id;
    }

    /** What a version says, as it would be typed. */
    public static ProjectInput input(KeyProject project) {
        var facts = project.facts();
        var typed = new HashMap<String, String>();
        typed.put("name", facts.name());
        typed.put("builder", facts.builder());
        typed.put("investor", facts.investor());
        typed.put("district", facts.district());
        typed.put("kind", facts.kind().slug());
        typed.put("importance", facts.importance());
        typed.put("state", facts.state().slug());
        typed.put("from", project.from().toString());
        return new ProjectInput(typed);
    }

    /** What was typed that belongs to a project, for the record. */
    private static Map<String, String> told(ProjectInput input) {
        return FIELDS.stream()
                .filter(it -> !input.of(it).isEmpty())
                .collect(Collectors.toMap(it -> it, input::of));
    }

    private record Checked(KeyProject.Facts facts, LocalDate from, String reason) {}

    private Checked checked(Actor by, ProjectInput input, @Nullable KeyProject before) {
        var check = input.check();
        var name = check.text("name", ProjectInput.SHORT);
        var builder = check.text("builder", ProjectInput.SHORT);
        var investor = check.text("investor", ProjectInput.SHORT);
        var district = check.district(districts(by.agency()).keySet());
        var kind = check.chosen("kind", ProjectKind::named);
        var importance = check.text("importance", ProjectInput.LONG);
        var state = check.chosen("state", ProjectState::named);
        var from = check.day("from", today());
        var reason = before == null ? "" : check.text("reason", ProjectInput.LONG);
        if (before != null && from.isBefore(before.from())) {
            check.add("from", "projects.problem.before", before.from());
        }
        check.done();
        ClassificationMark.refuseIn("name", name);
        ClassificationMark.refuseIn("builder", builder);
        ClassificationMark.refuseIn("importance", importance);
        return new Checked(
                new KeyProject.Facts(
                        name,
                        builder,
                        investor,
                        district,
                        kind.orElseThrow(),
                        importance,
                        state.orElseThrow()),
                from,
                reason);
    }

    private void add(Actor by, KeyProject before, Checked checked) {
        try {
            projects.add(
                    before.id(),
                    before.number() + 1,
                    checked.from(),
                    checked.facts(),
                    checked.reason(),
                    by.person(),
                    clock.instant());
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(before.number() + 1, "projects.refusal.stale");
        }
        pages.tell(PublicProjects.sources(before.id()));
    }
}
