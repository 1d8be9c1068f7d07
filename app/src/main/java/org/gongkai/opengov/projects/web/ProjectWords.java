package org.gongkai.opengov.projects.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongkai.opengov.projects.EntryDesk.Standing;
import org.gongkai.opengov.projects.EntryKind;
import org.gongkai.opengov.projects.Outcome;
import org.gongkai.opengov.projects.ProjectKind;
import org.gongkai.opengov.projects.ProjectStage;
import org.gongkai.opengov.projects.ProjectState;
import org.gongkai.opengov.projects.PublicProjects.ConsentStanding;
import org.gongkai.platform.organization.RegionCode;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** How pages speak of key projects (重点项目用语). */
@Component
class ProjectWords {
    private final Wording wording;

    ProjectWords(Wording wording) {
        this.wording = wording;
    }

    public String kind(ProjectKind kind) {
        return wording.say("projects.project-kind." + kind.slug());
    }

    public String state(ProjectState state) {
        return wording.say("projects.state." + state.slug());
    }

    /** To everybody: that there are talks is itself information of the negotiation. */
    public String publicState(ProjectState state) {
        return state == ProjectState.APPROACHED
                ? wording.say("projects.state.early")
                : state(state);
    }

    public String look(ProjectState state) {
        return switch (state) {
            case APPROACHED -> "plain";
            case LANDED, UNDER_WAY -> "good";
            case COMPLETED, ENDED -> "done";
        };
    }

    public String stage(ProjectStage stage) {
        return wording.say("projects.stage." + stage.slug());
    }

    public String entryKind(EntryKind kind) {
        return wording.say("projects.kind." + kind.slug());
    }

    public String ground(EntryKind kind) {
        return wording.say("projects.ground." + kind.slug());
    }

    public String outcome(Outcome outcome) {
        return wording.say("projects.outcome." + outcome.slug());
    }

    public String article(Outcome outcome) {
        return wording.say("projects.article." + outcome.slug());
    }

    public String standing(Standing standing) {
        return wording.say("projects.standing." + slug(standing));
    }

    public String look(Standing standing, boolean overdue) {
        return switch (standing) {
            case PUBLIC -> "good";
            case WITHHELD -> "done";
            case NOT_LANDED -> "plain";
            case UNSCREENED, NO_CONSENT, READY -> overdue ? "late" : "soon";
        };
    }

    public String consent(ConsentStanding standing) {
        return wording.say("projects.consent-standing." + slug(standing));
    }

    public String stages(Collection<ProjectStage> stages) {
        return stages.stream().sorted().map(this::stage).collect(Collectors.joining("、"));
    }

    public String entryKinds(Collection<EntryKind> kinds) {
        return kinds.stream().sorted().map(this::entryKind).collect(Collectors.joining("、"));
    }

    public String district(String code) {
        return new RegionCode(code).regionName();
    }

    List<Choice> kinds() {
        return Arrays.stream(ProjectKind.values())
                .map(it -> Choice.of(it.slug(), kind(it)))
                .toList();
    }

    List<Choice> states() {
        return Arrays.stream(ProjectState.values())
                .map(it -> Choice.of(it.slug(), state(it)))
                .toList();
    }

    List<Choice> publicStates() {
        return Arrays.stream(ProjectState.values())
                .map(it -> Choice.of(it.publicSlug(), publicState(it)))
                .toList();
    }

    List<Choice> stages() {
        return Arrays.stream(ProjectStage.values())
                .map(it -> Choice.of(it.slug(), stage(it)))
                .toList();
    }

    List<Choice> entryKinds(Predicate<EntryKind> which) {
        return Arrays.stream(EntryKind.values())
                .filter(which)
                .map(it -> new Choice(it.slug(), entryKind(it), ground(it)))
                .toList();
    }

    List<Choice> outcomes() {
        return Arrays.stream(Outcome.values())
                .map(it -> Choice.of(it.slug(), outcome(it)))
                .toList();
    }

    static List<Choice> districts(Map<String, String> counties) {
        return counties.entrySet().stream()
                .map(it -> Choice.of(it.getKey(), it.getValue()))
                .toList();
    }

    static String slug(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
