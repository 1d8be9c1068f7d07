package org.gongkai.opengov.remediation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a project stands on a day (整治状态), derived from what is recorded and never typed. */
public enum ProjectState {
    /** 尚未开始. */
    NOT_BEGUN,
    /** 整治中; also after an acceptance that was not passed. */
    UNDER_WAY,
    /** 逾期未完成: its deadline, with every extension, has gone by. */
    OVERDUE,
    /** 已完成，待验收. */
    COMPLETED,
    /** 已通过验收. */
    ACCEPTED,
    /** 已销号. */
    CLOSED;

    /** The stage that closes a project once it has been accepted (销号). */
    static final String CLOSING_STAGE = "closing";

    /** The state on a day. */
    static ProjectState on(LocalDate day, ProjectContent content) {
        if (content.passed()) {
            return content.stages().stream().anyMatch(it -> it.kind().equals(CLOSING_STAGE))
                    ? CLOSED
                    : ACCEPTED;
        }
        if (content.completion() != null && content.acceptance() == null) {
            return COMPLETED;
        }
        if (day.isAfter(content.lastDay())) {
            return OVERDUE;
        }
        return day.isBefore(content.facts().start()) ? NOT_BEGUN : UNDER_WAY;
    }

    /** The name in addresses and in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in addresses. */
    public static Optional<ProjectState> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
