package org.gongkai.opengov.inspections.tasks;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What can happen to an inspection (检查环节), in which states, by whom, on what ground.
 *
 * <p>The one table; pages and API ask it and nothing else.
 */
public enum TaskStep {
    /** 申请: outside the plan, with cause and reason. */
    PROPOSE("inspections.task-propose", Who.KEEPER, "国办发〔2024〕54号"),
    /** 下达: from a draw. */
    ISSUE("inspections.task-issue", Who.DRAW, "优化营商环境条例第五十四条"),
    /** 批准. */
    APPROVE("inspections.task-approve", Who.LEADER, "国办发〔2024〕54号", TaskState.PROPOSED),
    /** 不予批准, with the reason. */
    REFUSE("inspections.task-refuse", Who.LEADER, "国办发〔2024〕54号", TaskState.PROPOSED),
    /** 增派检查人员: a short team is filled before anybody goes. */
    ADD_OFFICER(
            "inspections.task-add-officer",
            Who.KEEPER,
            "行政处罚法第四十二条",
            TaskState.PROPOSED,
            TaskState.OPEN),
    /** 退出检查组, with the reason: recusal, leave. */
    REMOVE_OFFICER(
            "inspections.task-remove-officer",
            Who.KEEPER,
            "行政处罚法第四十三条",
            TaskState.PROPOSED,
            TaskState.OPEN),
    /** 检查通知: handed to the firm on arrival or before. */
    GIVE_NOTICE("inspections.task-give-notice", Who.TEAM, "国办发〔2024〕54号", TaskState.OPEN),
    /** 扫码入企. */
    ENTER("inspections.task-enter", Who.TEAM, "国办发〔2024〕54号", TaskState.OPEN),
    /** 扫码离企. */
    LEAVE("inspections.task-leave", Who.TEAM, "国办发〔2024〕54号", TaskState.OPEN),
    /** 检查记录 finished: with result, measures and signatures. */
    FINISH("inspections.task-finish", Who.TEAM, "行政处罚法第五十五条", TaskState.OPEN),
    /** 未检查, for a reason that counts. */
    SKIP("inspections.task-skip", Who.KEEPER, "一致性（ADR 0248）", TaskState.OPEN),
    /** 整改报告: the firm says it is put right. */
    REPORT_DONE(
            "inspections.task-report-done", Who.TEAM_OR_KEEPER, "行政处罚法第二十八条", TaskState.CHECKED),
    /** 复查. */
    RECHECK("inspections.task-recheck", Who.TEAM, "行政处罚法第二十八条", TaskState.CHECKED),
    /** 移交: to the penalty procedure, or to the authority that is competent. */
    HAND_OVER(
            "inspections.task-hand-over",
            Who.TEAM_OR_KEEPER,
            "行政处罚法第二十七条、第五十四条",
            TaskState.CHECKED);

    /** Who may. */
    public enum Who {
        /** 双随机管理员. */
        KEEPER,
        /** 主要负责人、分管领导. */
        LEADER,
        /** 检查组成员. */
        TEAM,
        /** 检查组成员或者双随机管理员. */
        TEAM_OR_KEEPER,
        /** 抽取结果: nobody's hand. */
        DRAW
    }

    private final String action;
    private final Who who;
    private final String ground;
    private final Set<TaskState> from;

    TaskStep(String action, Who who, String ground, TaskState... from) {
        this.action = action;
        this.who = who;
        this.ground = ground;
        this.from = Set.copyOf(Arrays.asList(from));
    }

    /** What the audit trail calls it. */
    String action() {
        return action;
    }

    /** Who may. */
    public Who who() {
        return who;
    }

    /** On what ground. */
    public String ground() {
        return ground;
    }

    /** In which states; none for how a task begins. */
    public Set<TaskState> from() {
        return from.isEmpty() ? EnumSet.noneOf(TaskState.class) : EnumSet.copyOf(from);
    }

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By slug. */
    public static Optional<TaskStep> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
