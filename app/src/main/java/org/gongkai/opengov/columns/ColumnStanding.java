package org.gongkai.opengov.columns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How well a column is kept up to date (栏目更新情况).
 *
 * @param depth how far below the top of the tree
 * @param newest day of the newest public item in it, below it, or merged into it; null if empty
 * @param due by when something new is due; null without a rule or when retired
 * @param overdue whether that day has gone by
 */
public record ColumnStanding(
        SiteColumn column,
        int depth,
        @Nullable LocalDate newest,
        @Nullable LocalDate due,
        boolean overdue) {}
