package org.gongkai.opengov.remediation.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.disclosures.ClockStanding;
import org.gongkai.opengov.remediation.Measure;
import org.gongkai.opengov.remediation.Medium;
import org.gongkai.opengov.remediation.ProjectState;
import org.gongkai.opengov.remediation.RemediationProject;
import org.gongkai.opengov.remediation.SitePicture;
import org.gongkai.opengov.remediation.Stage;
import org.gongkai.opengov.remediation.StageKind;
import org.gongkai.opengov.remediation.StageList;
import org.gongkai.opengov.remediation.StageStanding;
import org.gongkai.platform.organization.RegionCode;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How pages and files speak of projects (整治项目用语). */
@Component
public class RemediationWords {
    private final Wording wording;

    RemediationWords(Wording wording) {
        this.wording = wording;
    }

    /** 水环境, 大气环境, 土壤环境. */
    public String medium(Medium medium) {
        return wording.say("remediation.medium." + medium.slug());
    }

    /** 整治中, 逾期未完成 and so on. */
    public String state(ProjectState state) {
        return wording.say("remediation.state." + state.slug());
    }

    /** How the tag of a state looks. */
    public String look(ProjectState state) {
        return switch (state) {
            case NOT_BEGUN, UNDER_WAY -> "plain";
            case OVERDUE -> "late";
            case COMPLETED -> "soon";
            case ACCEPTED, CLOSED -> "good";
        };
    }

    /** The name of a district. */
    public String district(String code) {
        return new RegionCode(code).regionName();
    }

    /** The name of a stage, with the words that distinguish it. */
    public String stage(Stage stage, StageList kinds) {
        var name = kinds.kind(stage.kind()).map(StageKind::name).orElse(stage.kind());
        return stage.words().isEmpty()
                ? name
                : wording.say("remediation.stage.with-words", name, stage.words());
    }

    /** Whether the stage has given what it owes. */
    public String openness(StageStanding stage) {
        return stage.gap() && !stage.late() && stage.openness().slug().equals("missing")
                ? wording.say("remediation.openness.running")
                : wording.say("remediation.openness." + stage.openness().slug());
    }

    /** How its tag looks. */
    public String look(StageStanding stage) {
        return switch (stage.openness()) {
            case PUBLISHED -> "good";
            case NOT_OWED, WITHHELD -> "done";
            case MISSING, WITHDRAWN, UNSIGNED ->
                    stage.late()
                            ? "late"
                            : stage.clock() == ClockStanding.DUE_SOON ? "soon" : "plain";
        };
    }

    /** By when it is to be public, or since when it is late; null where nothing is owed. */
    public @Nullable String due(StageStanding stage) {
        if (!stage.gap()) {
            return null;
        }
        var lastDay = stage.lastDay();
        if (lastDay == null) {
            return wording.say("remediation.due.long-ago");
        }
        return wording.say(stage.late() ? "remediation.due.late" : "remediation.due", lastDay);
    }

    /** The ground on which something is not published. */
    public String ground(Stage.Ground ground) {
        return wording.say("remediation.ground." + ground.slug());
    }

    /** The target of a measure, e.g. 不低于 120 公里. */
    public String target(Measure measure) {
        return wording.say(
                "remediation.measure." + measure.direction().slug() + ".of",
                measure.target().toPlainString(),
                measure.unit());
    }

    /** A figure with its unit; a word where there is none. */
    public String figure(@Nullable BigDecimal figure, Measure measure) {
        return figure == null
                ? wording.say("remediation.measure.none")
                : wording.say("remediation.measure.figure", figure.toPlainString(), measure.unit());
    }

    /** 已达到, 已完成 62%, 尚未达到. */
    public String progress(Measure measure) {
        if (measure.met()) {
            return wording.say("remediation.measure.met");
        }
        return measure.percent()
                .map(it -> wording.say("remediation.measure.percent", it))
                .orElseGet(
                        () ->
                                wording.say(
                                        measure.reached() == null
                                                ? "remediation.measure.none"
                                                : "remediation.measure.unmet"));
    }

    /** How the tag of a measure looks. */
    public String look(Measure measure) {
        return measure.met() ? "good" : "plain";
    }

    /** 整治前, 整治后. */
    public String when(SitePicture picture) {
        return wording.say("remediation.picture." + picture.when().slug());
    }

    /** Whether the newest revision waits, was released or given back. */
    public String standing(RemediationProject project) {
        return wording.say("remediation.standing." + standingSlug(project));
    }

    /** How its tag looks. */
    public String look(RemediationProject project) {
        return project.waiting() ? "soon" : project.returned() ? "late" : "good";
    }

    static String standingSlug(RemediationProject project) {
        return project.waiting() ? "waiting" : project.returned() ? "returned" : "released";
    }

    /** What was done to a project. */
    public String change(String what) {
        return wording.say("remediation.audit." + what);
    }

    List<Choice> media(List<Medium> media) {
        return media.stream().map(it -> Choice.of(it.slug(), medium(it))).toList();
    }

    List<Choice> states() {
        return Arrays.stream(ProjectState.values())
                .map(it -> Choice.of(it.slug(), state(it)))
                .toList();
    }

    List<Choice> directions() {
        return Arrays.stream(Measure.Direction.values())
                .map(it -> Choice.of(it.slug(), wording.say("remediation.measure." + it.slug())))
                .toList();
    }

    List<Choice> grounds() {
        return Arrays.stream(Stage.Ground.values())
                .map(it -> Choice.of(it.slug(), ground(it)))
                .toList();
    }

    List<Choice> whens() {
        return Arrays.stream(SitePicture.When.values())
                .map(it -> Choice.of(it.slug(), wording.say("remediation.picture." + it.slug())))
                .toList();
    }

    List<Choice> yesOrNo() {
        return List.of(
                Choice.of("yes", wording.say("remediation.passed.yes")),
                Choice.of("no", wording.say("remediation.passed.no")));
    }

    static List<Choice> districts(Map<String, String> counties) {
        return counties.entrySet().stream()
                .map(it -> Choice.of(it.getKey(), it.getValue()))
                .toList();
    }

    static List<Choice> stages(StageList kinds) {
        return kinds.kinds().stream().map(it -> Choice.of(it.key(), it.name())).toList();
    }
}
