package org.gongkai.opengov.inspections.draws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was typed for an announcement (抽取公告录入): either of a line and quarter of the plan in force,
 * from which items, strata, seats and cap come, or of a draw outside the plan with its reason and
 * with all of these. Absent values take the agency's defaults: sealed mode, SM3, witnesses' time up
 * to five minutes before the first public source.
 *
 * @param line the line of the plan in force that is carried out, by key
 * @param quarter of that line, 1 to 4
 * @param outsidePlan why the draw stands outside the plan (计划外抽取理由); public
 * @param items numbers of 抽查事项; of a draw outside the plan
 * @param strata what is drawn of which class; of a draw outside the plan
 * @param seats what is asked of the officer on each seat; two seats that ask nothing if absent; of
 *     a draw outside the plan
 * @param officerCap most visits of one officer; all of them if absent; of a draw outside the plan
 * @param numbers printed numbers that are drawn in public
 * @param beacons rounds or pulses of beacons, as they will stand in the manifest
 * @param witnesses names of those who open a number of their own
 * @param noncesUntil a moment with its zone
 */
public record AnnounceEntry(
        @Nullable Long line,
        @Nullable Integer quarter,
        @Nullable String outsidePlan,
        @Nullable String title,
        @Nullable String mode,
        @Nullable String suite,
        @Nullable List<String> items,
        @Nullable List<StratumEntry> strata,
        @Nullable List<String> seats,
        @Nullable Integer officerCap,
        @Nullable List<NumbersEntry> numbers,
        @Nullable List<Object> beacons,
        @Nullable List<String> witnesses,
        @Nullable String noncesUntil,
        @Nullable String checkFrom,
        @Nullable String checkTo,
        @Nullable String revealBy) {

    /**
     * What is drawn of a class.
     *
     * @param of the class, as {@code key}, {@code special}, {@code ordinary}
     * @param risk letters of the risk classes it is narrowed to; absent or empty for all
     * @param n how many
     * @param weighted whether units of higher risk have more tickets
     */
    public record StratumEntry(
            @Nullable String of,
            @Nullable List<String> risk,
            @Nullable Integer n,
            @Nullable Boolean weighted) {}

    /**
     * Printed numbers of one drawing.
     *
     * @param game as {@code kl8}
     * @param issue which drawing (期号)
     * @param at when it is drawn: a moment with its zone
     */
    public record NumbersEntry(
            @Nullable String game, @Nullable String issue, @Nullable String at) {}
}
