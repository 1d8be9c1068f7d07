package org.gongkai.platform.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list with how it stands today (公开事项及其落实情况).
 *
 * @param latest day of the newest publication in its column, null if there is none
 * @param owedBy day by which the next is owed, null for what is published on event
 * @param provisional whether that day rests on a calendar not yet announced
 */
public record ListedItem(
        DisclosureItem item,
        @Nullable LocalDate latest,
        @Nullable LocalDate owedBy,
        boolean overdue,
        boolean provisional) {}
