package org.gongkai.opengov.projects;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A stage of a key project (项目环节), in the order in which they come. */
public enum ProjectStage {
    /** 对接洽谈. */
    APPROACH,
    /** 项目落地. */
    LANDING,
    /** 审批核准备案. */
    APPROVAL,
    /** 环境影响评价. */
    EIA,
    /** 建设实施. */
    CONSTRUCTION,
    /** 竣工验收. */
    ACCEPTANCE;

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By slug. */
    public static Optional<ProjectStage> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
