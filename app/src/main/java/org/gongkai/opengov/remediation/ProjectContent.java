package org.gongkai.opengov.remediation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of a project (整治项目内容): what one person writes, another releases, and everybody
 * reads. It changes as a whole, so that a signature is for all of it.
 *
 * @param completion null until the work is done
 * @param acceptance null until somebody has looked at it
 */
public record ProjectContent(
        Medium medium,
        ProjectFacts facts,
        List<Measure> measures,
        List<Stage> stages,
        List<Extension> extensions,
        List<SitePicture> pictures,
        @Nullable Completion completion,
        @Nullable Acceptance acceptance) {
    public ProjectContent {
        measures = List.copyOf(measures);
        stages = List.copyOf(stages);
        extensions = List.copyOf(extensions);
        pictures = List.copyOf(pictures);
    }

    /** A project of which only this is known. */
    static ProjectContent of(Medium medium, ProjectFacts facts) {
        return new ProjectContent(
                medium, facts, List.of(), List.of(), List.of(), List.of(), null, null);
    }

    /** The deadline with every extension. */
    public LocalDate lastDay() {
        return extensions.isEmpty() ? facts.deadline() : extensions.getLast().until();
    }

    /** Whether it was accepted. */
    boolean passed() {
        return acceptance != null && acceptance.passed();
    }

    /** The stage of this number. */
    public Optional<Stage> stage(int number) {
        return stages.stream().filter(it -> it.number() == number).findFirst();
    }

    ProjectContent with(ProjectFacts changed) {
        return new ProjectContent(
                medium, changed, measures, stages, extensions, pictures, completion, acceptance);
    }

    ProjectContent withMeasures(List<Measure> changed) {
        return new ProjectContent(
                medium, facts, changed, stages, extensions, pictures, completion, acceptance);
    }

    ProjectContent withStages(List<Stage> changed) {
        return new ProjectContent(
                medium, facts, measures, changed, extensions, pictures, completion, acceptance);
    }

    ProjectContent withExtensions(List<Extension> changed) {
        return new ProjectContent(
                medium, facts, measures, stages, changed, pictures, completion, acceptance);
    }

    ProjectContent withPictures(List<SitePicture> changed) {
        return new ProjectContent(
                medium, facts, measures, stages, extensions, changed, completion, acceptance);
    }

    ProjectContent ended(@Nullable Completion done, @Nullable Acceptance looked) {
        return new ProjectContent(
                medium, facts, measures, stages, extensions, pictures, done, looked);
    }
}
