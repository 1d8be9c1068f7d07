package org.gongkai.opengov.inspections.plans;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;

/** What can happen to a version of a plan (办理环节), from which state, and who does it. */
public enum PlanStep {
    /** 新建计划. */
    BEGIN(Who.KEEPER),
    /** 修改总体设置. */
    SET(Who.KEEPER, PlanState.DRAFT, PlanState.COMPUTED),
    /** 增加一行. */
    ADD_LINE(Who.KEEPER, PlanState.DRAFT, PlanState.COMPUTED),
    /** 修改一行. */
    CHANGE_LINE(Who.KEEPER, PlanState.DRAFT, PlanState.COMPUTED),
    /** 删除一行. */
    REMOVE_LINE(Who.KEEPER, PlanState.DRAFT, PlanState.COMPUTED),
    /** 可行性测算. */
    COMPUTE(Who.KEEPER, PlanState.DRAFT, PlanState.COMPUTED),
    /** 退回修改. */
    RETURN(Who.LEADER, PlanState.COMPUTED),
    /** 批准. */
    APPROVE(Who.LEADER, PlanState.COMPUTED),
    /** 调整计划: a new version beside the one in force. */
    AMEND(Who.KEEPER, PlanState.APPROVED),
    /** 放弃本稿. */
    DROP(Who.KEEPER, PlanState.DRAFT, PlanState.COMPUTED),
    /** 拟公开稿. */
    PREPARE(Who.KEEPER, PlanState.APPROVED);

    /** Whose step it is. */
    enum Who {
        KEEPER,
        LEADER
    }

    private final Who who;
    private final Set<PlanState> from;

    PlanStep(Who who, PlanState... from) {
        this.who = who;
        this.from = from.length == 0 ? EnumSet.noneOf(PlanState.class) : EnumSet.of(from[0], from);
    }

    /** The name in the API, e.g. {@code add-line}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is possible in this state. */
    public boolean from(PlanState state) {
        return from.contains(state);
    }

    /** Whether it is a step of people like this. */
    public boolean by(Actor actor) {
        return who == Who.KEEPER ? InspectionRights.keeps(actor) : InspectionRights.approves(actor);
    }

    /** The grant under which this person takes it, or a refusal that says who may. */
    Grant grant(Actor actor) {
        return who == Who.KEEPER
                ? InspectionRights.mustKeep(actor)
                : InspectionRights.mustApprove(actor);
    }

    /** Its name in the audit trail. */
    String action() {
        return switch (this) {
            case BEGIN -> "inspections.plan-begun";
            case SET -> "inspections.plan-set";
            case ADD_LINE -> "inspections.plan-line-added";
            case CHANGE_LINE -> "inspections.plan-line-changed";
            case REMOVE_LINE -> "inspections.plan-line-removed";
            case COMPUTE -> "inspections.plan-computed";
            case RETURN -> "inspections.plan-returned";
            case APPROVE -> "inspections.plan-approved";
            case AMEND -> "inspections.plan-amended";
            case DROP -> "inspections.plan-dropped";
            case PREPARE -> "inspections.plan-prepared";
        };
    }

    /** Whether whoever takes it has had a hand in what the plan says. */
    boolean drafts() {
        return EnumSet.of(BEGIN, SET, ADD_LINE, CHANGE_LINE, REMOVE_LINE, AMEND).contains(this);
    }

    /** What this person may do in this state. */
    static List<PlanStep> allowed(Actor actor, PlanState state) {
        return Arrays.stream(values()).filter(it -> it.from(state) && it.by(actor)).toList();
    }
}
