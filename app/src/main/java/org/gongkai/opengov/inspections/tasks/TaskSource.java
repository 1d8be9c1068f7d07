package org.gongkai.opengov.inspections.tasks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why an inspection is made (检查来源). 国办发〔2024〕54号: outside the plan only for the four causes, each
 * approved by a leader with its reason.
 */
public enum TaskSource {
    /** 随机抽取: a visit of a draw. */
    DRAWN,
    /** 投诉举报. */
    COMPLAINT,
    /** 转办交办线索. */
    LEAD,
    /** 上级部署. */
    ORDER,
    /** 事故、突发环境事件. */
    ACCIDENT;

    /** Whether it is outside the plan, so that a leader has to approve it. */
    public boolean needsApproval() {
        return this != DRAWN;
    }

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By slug. */
    public static Optional<TaskSource> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
