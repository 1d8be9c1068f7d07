package org.gongkai.platform.search;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a search is narrowed to (筛选条件); null does not filter.
 *
 * @param column key of a column; its descendants are included
 * @param item number of the item of 条例 art. 20
 * @param force of normative documents, on the day {@code today}; others have none
 * @param today the day on which it is asked; without it nothing is counted by force
 * @param since the first day of publication
 * @param until the last day of publication
 */
public record SearchFilters(
        @Nullable String column,
        @Nullable String kind,
        @Nullable Integer year,
        @Nullable String section,
        @Nullable String item,
        @Nullable LegalForce force,
        @Nullable LocalDate today,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Everything. */
    public static final SearchFilters NONE =
            new SearchFilters(null, null, null, null, null, null, null, null, null);

    public SearchFilters {
        column = given(column);
        kind = given(kind);
        section = given(section);
        item = given(item);
        force = today == null ? null : force;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The moment before which nothing is wanted, in milliseconds; null if there is none. */
    public @Nullable Long sinceMillisecond() {
        return since == null ? null : start(since);
    }

    /** The moment from which nothing is wanted any more, in milliseconds; null if there is none. */
    public @Nullable Long untilMillisecond() {
        return until == null ? null : start(until.plusDays(1));
    }

    private static long start(LocalDate day) {
        return day.atStartOfDay(CHINA).toInstant().toEpochMilli();
    }

    SearchFilters inColumn(@Nullable String key) {
        return new SearchFilters(key, kind, year, section, item, force, today, since, until);
    }

    SearchFilters ofKind(@Nullable String wanted) {
        return new SearchFilters(column, wanted, year, section, item, force, today, since, until);
    }

    SearchFilters ofYear(@Nullable Integer wanted) {
        return new SearchFilters(column, kind, wanted, section, item, force, today, since, until);
    }

    SearchFilters ofSection(@Nullable String wanted) {
        return new SearchFilters(column, kind, year, wanted, item, force, today, since, until);
    }

    SearchFilters ofItem(@Nullable String wanted) {
        return new SearchFilters(column, kind, year, section, wanted, force, today, since, until);
    }

    SearchFilters inForce(@Nullable LegalForce wanted, LocalDate day) {
        return new SearchFilters(column, kind, year, section, item, wanted, day, since, until);
    }

    SearchFilters published(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new SearchFilters(column, kind, year, section, item, force, today, from, to);
    }
}
