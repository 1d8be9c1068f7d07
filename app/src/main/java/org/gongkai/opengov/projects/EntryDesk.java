package org.gongkai.opengov.projects;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.DisclosurePeriod;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.DocumentState;
import org.gongkai.opengov.disclosures.Documents;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.opengov.projects.ProjectEntry.Field;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk of entries (信息条目办理): one person writes, another screens field by field, and what may be
 * public is drafted and goes through the three levels of review. There is no second way out.
 */
@Service
@Transactional
public class EntryDesk {
    private static final Set<DocumentState> UNDECIDED =
            EnumSet.of(
                    DocumentState.DRAFT,
                    DocumentState.IN_REVIEW,
                    DocumentState.RETURNED,
                    DocumentState.APPROVED,
                    DocumentState.SCHEDULED);
    private static final String COLUMN = "key-projects";

    private final ProjectDesk projects;
    private final ProjectEntries entries;
    private final Consents consents;
    private final ProjectRights rights;
    private final EntryPaper paper;
    private final DraftingDesk drafting;
    private final PublishingDesk publishing;
    private final Documents documents;
    private final Columns columns;
    private final Organization organization;
    private final Calendars calendars;
    private final PageChanges pages;
    private final AuditTrail audit;
    private final Wording wording;
    private final Clock clock;

    EntryDesk(
            ProjectDesk projects,
            ProjectEntries entries,
            Consents consents,
            ProjectRights rights,
            EntryPaper paper,
            DraftingDesk drafting,
            PublishingDesk publishing,
            Documents documents,
            Columns columns,
            Organization organization,
            Calendars calendars,
            PageChanges pages,
            AuditTrail audit,
            Wording wording,
            Clock clock) {
        this.projects = projects;
        this.entries = entries;
        this.consents = consents;
        this.rights = rights;
        this.paper = paper;
        this.drafting = drafting;
        this.publishing = publishing;
        this.documents = documents;
        this.columns = columns;
        this.organization = organization;
        this.calendars = calendars;
        this.pages = pages;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /** How an entry stands. */
    public enum Standing {
        /** 待筛查. */
        UNSCREENED,
        /** 全部不予公开. */
        WITHHELD,
        /** 待落地. */
        NOT_LANDED,
        /** 待投资方同意. */
        NO_CONSENT,
        /** 待起草公开稿. */
        READY,
        /** 已公开. */
        PUBLIC
    }

    /**
     * An entry and how it stands.
     *
     * @param due the last day on which what art. 20 wants public is so in time (art. 26); null for
     *     the negotiation
     * @param consent the one that covers it now; null for none
     */
    public record Line(
            ProjectEntry entry,
            Standing standing,
            @Nullable LocalDate due,
            boolean overdue,
            @Nullable Long consent) {}

    /** The entries of a project, by the day on which each was formed. */
    @Transactional(readOnly = true)
    public List<Line> list(Actor by, long project) {
        var landed = projects.read(by, project).getFirst().landing() != null;
        var given = consents.of(project);
        return entries.of(project).stream().map(it -> line(it, landed, given)).toList();
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Line read(Actor by, long project, long id) {
        return list(by, project).stream()
                .filter(it -> it.entry().id() == id)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    Line line(ProjectEntry entry, boolean landed, List<Consent> given) {
        var consent =
                given.stream()
                        .filter(it -> it.covers(entry.facts()))
                        .map(Consent::id)
                        .reduce((first, second) -> second)
                        .orElse(null);
        var statutory = !entry.facts().kind().negotiation();
        var due =
                statutory
                        ? new DisclosurePeriod(entry.facts().formedOn())
                                .lastDay(calendars.current(CalendarCode.NX))
                        : null;
        var standing = standing(entry, landed, consent);
        var overdue =
                due != null
                        && standing != Standing.PUBLIC
                        && standing != Standing.WITHHELD
                        && LocalDate.now(clock).isAfter(due);
        return new Line(entry, standing, due, overdue, statutory ? null : consent);
    }

    private static Standing standing(ProjectEntry entry, boolean landed, @Nullable Long consent) {
        if (entry.waitsForScreening()) {
            return Standing.UNSCREENED;
        }
        var publication = entry.publication();
        if (publication != null && publication.isPublic() && publication.ofThisVersion()) {
            return Standing.PUBLIC;
        }
        if (!entry.hasOpen()) {
            return Standing.WITHHELD;
        }
        if (entry.facts().kind().negotiation() && !landed) {
            return Standing.NOT_LANDED;
        }
        if (entry.facts().kind().negotiation() && consent == null) {
            return Standing.NO_CONSENT;
        }
        return Standing.READY;
    }

    /** Writes an entry; its id. */
    public long write(Actor by, long project, ProjectInput input) {
        var grant = rights.mustKeep(by);
        projects.read(by, project);
        var checked = checked(input, false);
        var id = entries.add(project);
        entries.add(id, 1, checked.facts(), checked.said(), "", by.person(), clock.instant());
        audit.record(
                by, grant, "projects.entry-written", subject(id), Map.of(), told(project, checked));
        return id;
    }

    /**
     * Writes it anew; every field is to be screened again, and what is public stays as it is until
     * the new version is. What turns out to be of the negotiation is taken back at once.
     *
     * @param expected the version that was read; null for any
     */
    public void rewrite(
            Actor by, long project, long id, ProjectInput input, @Nullable Long expected) {
        var grant = rights.mustKeep(by);
        var before = read(by, project, id).entry();
        if (expected != null && expected != before.number()) {
            throw Refusal.stale(before.number(), "projects.refusal.stale");
        }
        var checked = checked(input, true);
        var number = before.number() + 1;
        try {
            entries.add(
                    id,
                    number,
                    checked.facts(),
                    checked.said(),
                    checked.reason(),
                    by.person(),
                    clock.instant());
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(number, "projects.refusal.stale");
        }
        if (!before.facts().kind().negotiation() && checked.facts().kind().negotiation()) {
            takeBack(by, grant, entries.ofEntry(id));
        }
        pages.tell(PublicProjects.sources(project));
        audit.record(
                by,
                grant,
                "projects.entry-rewritten",
                subject(id),
                Map.of("version", before.number()),
                told(project, checked));
    }

    /** What somebody found of a field, as typed. */
    public record Found(long field, @Nullable String outcome, @Nullable String ground) {}

    /**
     * Screens fields of an entry that somebody else wrote. What is public and may not be is taken
     * back at once, also where an older version says it.
     *
     * @param expected the version that was read; null for any
     */
    public void screen(
            Actor by, long project, long id, List<Found> found, @Nullable Long expected) {
        var grants = rights.mustScreen(by).toList();
        var entry = read(by, project, id).entry();
        if (expected != null && expected != entry.number()) {
            throw Refusal.stale(entry.number(), "projects.refusal.stale");
        }
        var writers = entries.writers(id);
        var grant =
                grants.stream()
                        .filter(
                                it ->
                                        Stream.of(Optional.of(by.person()), absent(it))
                                                .flatMap(Optional::stream)
                                                .noneMatch(writers::contains))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                RefusalKind.NOT_ALLOWED,
                                                "projects.refusal.writer-screens"));
        var results = screened(entry, found);
        results.forEach(
                (field, it) -> {
                    entries.screen(
                            field.id(), it.outcome(), it.ground(), by.person(), clock.instant());
                    audit.record(
                            by,
                            grant,
                            "projects.screened",
                            subject(id),
                            Map.of(),
                            Map.of(
                                    "version",
                                    entry.number(),
                                    "field",
                                    field.position(),
                                    "outcome",
                                    it.outcome().name(),
                                    "ground",
                                    it.ground()));
                });
        takeBack(by, grant, List.copyOf(documents(id, results)));
        pages.tell(PublicProjects.sources(project));
    }

    /** The documents that say what may not be public; of a state secret, all of the entry. */
    private Set<DocumentId> documents(long entry, Map<Field, Result> results) {
        var all = new LinkedHashSet<DocumentId>();
        results.forEach(
                (field, it) -> {
                    switch (it.outcome()) {
                        case OPEN -> {}
                        case STATE_SECRET -> all.addAll(entries.ofEntry(entry));
                        default -> all.addAll(entries.saying(field.id()));
                    }
                });
        return all;
    }

    private void takeBack(Actor by, Grant grant, List<DocumentId> of) {
        for (var document : of) {
            publishing.takeBack(
                    by,
                    grant,
                    document,
                    wording.say("projects.taken-back.screened"),
                    wording.say("projects.taken-back.screened.ground"));
        }
    }

    /** Whether this person wrote nothing of it, and so may screen it. */
    @Transactional(readOnly = true)
    public boolean mayScreen(Actor by, long id) {
        return !entries.writers(id).contains(by.person());
    }

    private record Result(Outcome outcome, String ground) {}

    private Map<Field, Result> screened(ProjectEntry entry, List<Found> found) {
        var problems = new ArrayList<FieldProblem>();
        var results = new HashMap<Field, Result>();
        for (var each : found) {
            var field =
                    entry.fields().stream()
                            .filter(it -> it.id() == each.field())
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            Refusal.invalid(
                                                    "fields", "projects.problem.other-version"));
            var at = "outcome-" + field.position();
            var ground = Objects.requireNonNullElse(each.ground(), "").strip();
            var outcome = Outcome.named(Objects.requireNonNullElse(each.outcome(), ""));
            if (outcome.isEmpty()) {
                problems.add(FieldProblem.of(at, "projects.problem.outcome", field.name()));
            } else if (outcome.get() != Outcome.OPEN && ground.isEmpty()) {
                problems.add(
                        FieldProblem.of(
                                "ground-" + field.position(),
                                "projects.problem.ground",
                                field.name()));
            } else if (ground.length() > ProjectInput.LONG) {
                problems.add(
                        FieldProblem.of(
                                "ground-" + field.position(),
                                "projects.problem.too-long",
                                ProjectInput.LONG));
            } else if (outcome.get() == Outcome.OPEN && entries.wasSecret(field.id())) {
                problems.add(FieldProblem.of(at, "projects.problem.was-secret", field.name()));
            } else {
                results.put(field, new Result(outcome.get(), ground));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        if (results.isEmpty()) {
            throw Refusal.invalid("fields", "projects.problem.nothing-screened");
        }
        return results;
    }

    /** Drafts the document that makes this entry public; it goes through review like any other. */
    public DocumentId draft(Actor by, long project, long id) {
        var grant = rights.mustDraft(by);
        var told = projects.read(by, project).getFirst();
        var line = read(by, project, id);
        var entry = line.entry();
        if (line.standing() == Standing.PUBLIC) {
            throw Refusal.notPossibleNow(List.of(), "projects.refusal.public-already");
        }
        var pending = entry.publication();
        if (pending != null
                && pending.ofThisVersion()
                && documents
                        .find(pending.document())
                        .filter(it -> UNDECIDED.contains(it.state()))
                        .isPresent()) {
            throw Refusal.notPossibleNow(List.of(), "projects.refusal.drafted-already");
        }
        obstacle(line)
                .ifPresent(
                        it -> {
                            throw Refusal.notPossibleNow(
                                    List.of(), "projects.obstacle." + it.slug());
                        });
        var document = drafting.create(by, input(by, told, entry));
        entries.addPublication(
                entry,
                told.number(),
                line.consent(),
                document,
                documents.workingCopy(document).sha256(),
                by.person(),
                clock.instant());
        audit.record(
                by,
                grant,
                "projects.entry-drafted",
                subject(id),
                Map.of(),
                Map.of("version", entry.number(), "document", document.toString()));
        return document;
    }

    /** Why it may not be drafted now. */
    public Optional<Obstacle> obstacle(Line line) {
        return entries.obstacle(line.entry().version(), line.consent());
    }

    private DocumentInput input(Actor by, KeyProject project, ProjectEntry entry) {
        var facts = entry.facts();
        var section = rights.section(by).orElseThrow(Refusal::notFound);
        var fields = new HashMap<String, @Nullable String>();
        fields.put("formedOn", facts.formedOn().toString());
        return new DocumentInput(
                DocumentKind.GENERAL.slug(),
                wording.say("projects.paper.title", project.facts().name(), facts.title()),
                columns.fixed(by.agency(), COLUMN).map(SiteColumn::key).orElse(null),
                organization.section(section.id()).key(),
                paper.html(project, entry),
                PublicAttribute.PROACTIVE.term(),
                wording.say("projects.ground." + facts.kind().slug()),
                facts.kind().article20Item(),
                Source.ours(),
                fields,
                List.of(),
                false);
    }

    /** What a version says, as it would be typed. */
    public static ProjectInput input(ProjectEntry entry) {
        var facts = entry.facts();
        var typed = new HashMap<String, String>();
        typed.put("stage", facts.stage().slug());
        typed.put("kind", facts.kind().slug());
        typed.put("title", facts.title());
        typed.put("formedOn", facts.formedOn().toString());
        typed.put(
                "fields",
                String.join(
                        "\n",
                        entry.fields().stream().map(it -> it.name() + "：" + it.value()).toList()));
        return new ProjectInput(typed);
    }

    private record Checked(ProjectEntry.Facts facts, List<ProjectInput.Said> said, String reason) {}

    private Checked checked(ProjectInput input, boolean again) {
        var check = input.check();
        var stage = check.chosen("stage", ProjectStage::named);
        var kind = check.chosen("kind", EntryKind::named);
        var title = check.text("title", ProjectInput.SHORT);
        var formedOn = check.day("formedOn", LocalDate.now(clock));
        var said = check.said();
        var reason = again ? check.text("reason", ProjectInput.LONG) : "";
        if (stage.filter(it -> it == ProjectStage.APPROACH).isPresent()
                && kind.filter(it -> !it.negotiation()).isPresent()) {
            check.add("kind", "projects.problem.approach");
        }
        check.done();
        return new Checked(
                new ProjectEntry.Facts(stage.orElseThrow(), kind.orElseThrow(), title, formedOn),
                said,
                reason);
    }

    /** For the record: without what the fields say, which may turn out to be a secret. */
    private static Map<String, Object> told(long project, Checked checked) {
        return Map.of(
                "project",
                project,
                "stage",
                checked.facts().stage().name(),
                "kind",
                checked.facts().kind().name(),
                "fields",
                checked.said().size());
    }

    private static Optional<PersonId> absent(Grant grant) {
        return Optional.ofNullable(grant.onBehalfOf());
    }

    private static String subject(long id) {
        return "project-entry:" + id;
    }
}
