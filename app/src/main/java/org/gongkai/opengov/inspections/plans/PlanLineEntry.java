package org.gongkai.opengov.inspections.plans;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was typed (计划行填写), before anything is known to be right.
 *
 * @param classes {@code key}, {@code special}, {@code ordinary}, or 重点, 特殊, 一般
 * @param permitClasses empty for all
 * @param industries first digits of GB/T 4754; empty for all
 * @param regions first digits of GB/T 2260; empty for all
 * @param items numbers in the list of items (序号)
 * @param methods as {@code on-site}, or 现场检查
 * @param formula as {@code each-draw}
 * @param amount per cent of a ratio, else a number
 * @param graded whether it is spread over the risk classes
 * @param quarters 1 to 4
 * @param joint departments that join
 */
public record PlanLineEntry(
        @Nullable String title,
        @Nullable List<String> classes,
        @Nullable List<String> permitClasses,
        @Nullable List<String> industries,
        @Nullable List<String> regions,
        @Nullable List<String> items,
        @Nullable List<String> methods,
        @Nullable String formula,
        @Nullable String amount,
        @Nullable Boolean graded,
        @Nullable List<Integer> quarters,
        @Nullable String initiator,
        @Nullable List<String> joint,
        @Nullable String note) {}
