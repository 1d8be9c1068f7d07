package org.gongkai.opengov.remediation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.remediation.Typed.Check;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a section writes its projects (整治项目填报). Everything written waits for a second person. */
@Service
@Transactional
public class RemediationDesk {
    private static final int OFFERED = 30;

    private final RemediationProjects projects;
    private final ProjectChanges changes;
    private final StageLists stageLists;
    private final StageDocuments documents;
    private final PublicRegister register;
    private final RemediationRights rights;
    private final Organization organization;
    private final AuditTrail audit;
    private final Clock clock;

    RemediationDesk(
            RemediationProjects projects,
            ProjectChanges changes,
            StageLists stageLists,
            StageDocuments documents,
            PublicRegister register,
            RemediationRights rights,
            Organization organization,
            AuditTrail audit,
            Clock clock) {
        this.projects = projects;
        this.changes = changes;
        this.stageLists = stageLists;
        this.documents = documents;
        this.register = register;
        this.rights = rights;
        this.organization = organization;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which projects are asked for; null for all. */
    public record Filter(
            String words,
            @Nullable Medium medium,
            @Nullable ProjectState state,
            @Nullable String district,
            @Nullable Integer year) {
        /** Nothing is narrowed. */
        public static final Filter ALL = new Filter("", null, null, null, null);

        boolean takes(ProjectContent content, ProjectState standing) {
            var facts = content.facts();
            return (medium == null || medium == content.medium())
                    && (state == null || state == standing)
                    && (district == null || district.equals(facts.district()))
                    && (year == null || year == facts.start().getYear())
                    && (words.isEmpty() || facts.name().contains(words));
        }
    }

    /** A project with how it stands. */
    public record View(
            RemediationProject project,
            ProjectState state,
            List<StageStanding> stages,
            StageList kinds,
            Optional<Section> section) {

        /** How many stages owe a document that is not there. */
        public long gaps() {
            return stages.stream().filter(StageStanding::gap).count();
        }

        /** How many of them are past their last day. */
        public long late() {
            return stages.stream().filter(StageStanding::late).count();
        }
    }

    /** What was done to a project, and by whom. */
    public record Past(
            RemediationProject.Revision revision,
            String by,
            RemediationProject.@Nullable Verdict verdict,
            @Nullable String decidedBy) {}

    /** The projects asked for that this person may read, the newest first. */
    @Transactional(readOnly = true)
    public List<View> list(Actor by, Filter filter) {
        rights.mustRead(by);
        return views(by).stream()
                .filter(it -> filter.takes(it.project().content(), it.state()))
                .toList();
    }

    /** One project. */
    @Transactional(readOnly = true)
    public View read(Actor by, long id) {
        var project = changes.seen(by, id);
        return view(
                project,
                stageLists.current(by.agency()),
                documents.publicOf(List.of(project.content())));
    }

    /** Everything that was written of it and decided, the newest first. */
    @Transactional(readOnly = true)
    public List<Past> past(Actor by, long id) {
        return projects.past(changes.seen(by, id).id()).stream()
                .map(
                        it ->
                                new Past(
                                        it.revision(),
                                        organization.person(it.revision().by()).name(),
                                        it.verdict(),
                                        it.verdict() == null
                                                ? null
                                                : organization.person(it.verdict().by()).name()))
                .toList();
    }

    /** The stages that owe a document which is not there, by their last day. */
    @Transactional(readOnly = true)
    public List<Gap> gaps(Actor by) {
        rights.mustRead(by);
        var gaps = new ArrayList<Gap>();
        for (var view : views(by)) {
            view.stages().stream()
                    .filter(StageStanding::gap)
                    .forEach(it -> gaps.add(new Gap(view, it)));
        }
        gaps.sort(
                java.util.Comparator.comparing(
                        (Gap it) ->
                                java.util.Objects.requireNonNullElse(
                                        it.stage().lastDay(), it.stage().stage().formedOn())));
        return gaps;
    }

    /** A stage of a project that owes a document. */
    public record Gap(View view, StageStanding stage) {}

    /** The districts of the agency's region, by code. */
    public SortedMap<String, String> districts(AgencyId agency) {
        return organization.agency(agency).region().counties();
    }

    /** Documents that the section published last, to choose from; reports and notices first. */
    @Transactional(readOnly = true)
    public List<PublicListing> offered(Actor by, Medium medium) {
        return rights
                .section(by.agency(), medium)
                .map(it -> new PublicFilter(by.agency(), java.util.Set.of(), null, null, it.id()))
                .map(it -> register.list(it, null, OFFERED))
                .orElse(List.of())
                .stream()
                .filter(it -> it.kind() != DocumentKind.NEWS)
                .toList();
    }

    /** Enters a project; its id. */
    public long enter(Actor by, Medium medium, Typed typed) {
        var grant = rights.mustWrite(by, medium);
        changes.refuseClassified(typed);
        var facts = ProjectEntry.facts(typed, districts(by.agency()).keySet());
        var id = projects.add(by.agency(), changes.today().getYear(), medium);
        projects.add(
                id, 1, ProjectContent.of(medium, facts), "entered", by.person(), clock.instant());
        audit.record(
                by,
                grant,
                "remediation.entered",
                "remediation-project:" + id,
                Map.of(),
                Map.of("medium", medium.slug(), "name", facts.name()));
        return id;
    }

    /** Changes what a project is. Once it was released, its deadline is changed by extension. */
    public void change(Actor by, long id, Typed typed, @Nullable Long expected) {
        var project = changes.writable(by, id, expected);
        changes.refuseClassified(typed);
        var facts = ProjectEntry.facts(typed, districts(by.agency()).keySet());
        var released = project.released();
        if (released != null && !released.content().facts().deadline().equals(facts.deadline())) {
            throw Refusal.invalid("deadline", "remediation.problem.extend");
        }
        var accepted = project.content().acceptance();
        if (accepted != null && Acceptance.sameUnit(accepted.by(), facts.unit())) {
            throw Refusal.invalid("unit", "remediation.problem.own-acceptance", accepted.by());
        }
        changes.write(by, project, "changed", it -> it.with(facts));
    }

    /** Sets the measures with their figures. */
    public void measure(Actor by, long id, Typed typed, @Nullable Long expected) {
        var project = changes.writable(by, id, expected);
        changes.refuseClassified(typed);
        var measures = ProjectEntry.measures(typed, changes.today());
        changes.write(by, project, "measured", it -> it.withMeasures(measures));
    }

    /** Records that a stage was reached; its number. */
    public int reach(Actor by, long id, Typed typed, @Nullable Long expected) {
        var project = changes.writable(by, id, expected);
        var before = project.content().stages();
        var number =
                1
                        + projects.past(id).stream()
                                .flatMap(it -> it.revision().content().stages().stream())
                                .mapToInt(Stage::number)
                                .max()
                                .orElse(0);
        var stage = stage(by, project, typed, number);
        var after = new ArrayList<>(before);
        after.add(stage);
        changes.write(by, project, "stage-reached", it -> it.withStages(after));
        return number;
    }

    /** Changes a stage: its document came, or why it is not published. */
    public void change(Actor by, long id, int number, Typed typed, @Nullable Long expected) {
        var project = changes.writable(by, id, expected);
        mustHave(project, number);
        var stage = stage(by, project, typed, number);
        var after =
                project.content().stages().stream()
                        .map(it -> it.number() == number ? stage : it)
                        .toList();
        changes.write(by, project, "stage-changed", it -> it.withStages(after));
    }

    /** Takes back a stage that was entered by mistake. */
    public void remove(Actor by, long id, int number, @Nullable Long expected) {
        var project = changes.writable(by, id, expected);
        mustHave(project, number);
        var after =
                project.content().stages().stream().filter(it -> it.number() != number).toList();
        changes.write(by, project, "stage-removed", it -> it.withStages(after));
    }

    private static void mustHave(RemediationProject project, int number) {
        if (project.content().stage(number).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private Stage stage(Actor by, RemediationProject project, Typed typed, int number) {
        changes.refuseClassified(typed);
        var check = new Check(typed);
        var stage =
                ProjectEntry.stage(
                        check, typed, number, stageLists.current(by.agency()), changes.today());
        var link = documents.typed(check, "document", typed.of("document"), by.agency());
        if (stage.kind().equals(ProjectState.CLOSING_STAGE) && !project.content().passed()) {
            check.add("kind", "remediation.problem.closed-before-accepted");
        }
        check.end();
        return new Stage(
                number, stage.kind(), stage.words(), stage.formedOn(), link, stage.withheld());
    }

    /** Records that the deadline was put off. */
    public void extend(Actor by, long id, Typed typed, @Nullable Long expected) {
        var project = changes.writable(by, id, expected);
        changes.refuseClassified(typed);
        if (project.content().completion() != null) {
            throw Refusal.notPossibleNow(List.of(), "remediation.refusal.extend-completed");
        }
        var extension = ProjectEntry.extension(typed, project.content(), changes.today());
        var after = new ArrayList<>(project.content().extensions());
        after.add(extension);
        changes.write(by, project, "extended", it -> it.withExtensions(after));
    }

    /** Records that the work is done, and that somebody else has looked at it. */
    public void end(Actor by, long id, Typed typed, @Nullable Long expected) {
        var project = changes.writable(by, id, expected);
        changes.refuseClassified(typed);
        var content = project.content();
        var check = new Check(typed);
        var completion = ProjectEntry.completion(check, typed, content, changes.today());
        var acceptance =
                ProjectEntry.acceptance(check, typed, content, completion, changes.today());
        check.end();
        changes.write(by, project, "ended", it -> it.ended(completion, acceptance));
    }

    private List<View> views(Actor by) {
        var kinds = stageLists.current(by.agency());
        var read =
                projects.all(by.agency()).stream()
                        .filter(it -> rights.reads(by, it.content().medium()))
                        .toList();
        var open = documents.publicOf(read.stream().map(RemediationProject::content).toList());
        return read.stream().map(it -> view(it, kinds, open)).toList();
    }

    private View view(
            RemediationProject project,
            StageList kinds,
            Map<org.gongkai.opengov.disclosures.DocumentId, PublicListing> open) {
        var content = project.content();
        var released = project.released() == null ? null : project.released().content();
        return new View(
                project,
                ProjectState.on(changes.today(), content),
                documents.standing(content, released, kinds, open),
                kinds,
                rights.section(project.agency(), content.medium()));
    }
}
