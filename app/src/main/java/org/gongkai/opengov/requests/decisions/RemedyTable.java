package org.gongkai.opengov.requests.decisions;

import static org.gongkai.opengov.requests.decisions.RemedyKind.FEE_NOTICE;
import static org.gongkai.opengov.requests.decisions.RemedyKind.OTHER_REPLY;
import static org.gongkai.opengov.requests.decisions.RemedyKind.REFUSAL;
import static org.gongkai.opengov.requests.decisions.RemedyKind.REGISTRY;
import static org.gongkai.opengov.requests.decisions.RemedyKind.SILENCE;
import static org.gongkai.opengov.requests.decisions.RemedyKind.THIRD_PARTY;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.opengov.requests.decisions.Remedy.Bodies;
import org.gongkai.opengov.requests.decisions.Remedy.Course;
import org.jspecify.annotations.Nullable;

/**
 * Which remedies an act has, by its day and kind (救济途径表).
 *
 * <p>行政复议法 (2023 revision, in force 2024-01-01), 法释〔2025〕8号 (in force 2025-06-01), 行政诉讼法. What the
 * texts leave open is marked as our reading; ADR 0177.
 */
public final class RemedyTable {
    /** 行政复议法 (2023 revision) art. 90. */
    private static final LocalDate NEW_REVIEW_LAW = LocalDate.of(2024, 1, 1);

    /** 法释〔2025〕8号. */
    private static final LocalDate NEW_INTERPRETATION = LocalDate.of(2025, 6, 1);

    private static final String TERMS = "行政诉讼法 arts. 45, 46";

    private static final List<Remedy> ROWS =
            List.of(
                    row(
                            EnumSet.complementOf(EnumSet.of(FEE_NOTICE)),
                            null,
                            NEW_REVIEW_LAW,
                            Course.EITHER,
                            Bodies.DEPARTMENT_OR_GOVERNMENT,
                            "行政复议法 (2017) arts. 9, 12, 15",
                            TERMS),
                    row(
                            EnumSet.of(REFUSAL),
                            NEW_REVIEW_LAW,
                            null,
                            Course.REVIEW_FIRST,
                            Bodies.GOVERNMENT,
                            "行政复议法 (2023) arts. 20, 23 ¶1(4), 23 ¶2, 24",
                            "法释〔2025〕8号 (from 2025-06-01)",
                            TERMS),
                    read(
                            EnumSet.of(REGISTRY, SILENCE),
                            NEW_REVIEW_LAW,
                            NEW_INTERPRETATION,
                            Course.REVIEW_FIRST,
                            Bodies.GOVERNMENT,
                            "行政复议法 (2023) arts. 20, 23 ¶1(3), 23 ¶1(4), 23 ¶2, 24",
                            TERMS),
                    read(
                            EnumSet.of(REGISTRY, SILENCE),
                            NEW_INTERPRETATION,
                            null,
                            Course.EITHER,
                            Bodies.GOVERNMENT,
                            "法释〔2025〕8号",
                            "行政复议法 (2023) arts. 20, 24",
                            TERMS),
                    read(
                            EnumSet.of(OTHER_REPLY, THIRD_PARTY),
                            NEW_REVIEW_LAW,
                            null,
                            Course.EITHER,
                            Bodies.GOVERNMENT,
                            "行政复议法 (2023) arts. 11(14), 20, 24",
                            TERMS),
                    read(
                            EnumSet.of(FEE_NOTICE),
                            null,
                            null,
                            Course.NONE,
                            Bodies.NOBODY,
                            "国办函〔2020〕109号"));

    private RemedyTable() {}

    /** All rows, in the order of the table. */
    public static List<Remedy> rows() {
        return ROWS;
    }

    /** The remedies against an act of this kind made on this day; there is always one row. */
    public static Remedy of(RemedyKind kind, LocalDate madeOn) {
        return ROWS.stream().filter(it -> it.covers(kind, madeOn)).findFirst().orElseThrow();
    }

    private static Remedy row(
            Set<RemedyKind> kinds,
            @Nullable LocalDate from,
            @Nullable LocalDate before,
            Course course,
            Bodies bodies,
            String... sources) {
        var until = before == null ? null : before.minusDays(1);
        return new Remedy(kinds, from, until, course, bodies, List.of(sources), false);
    }

    private static Remedy read(
            Set<RemedyKind> kinds,
            @Nullable LocalDate from,
            @Nullable LocalDate before,
            Course course,
            Bodies bodies,
            String... sources) {
        var it = row(kinds, from, before, course, bodies, sources);
        return new Remedy(kinds, it.from(), it.until(), course, bodies, it.sources(), true);
    }
}
