package org.gongkai.opengov.inspections.draws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was typed for an amendment (结果调整录入).
 *
 * @param op as {@code replace_officer}
 * @param visit the visit's number, from 0
 * @param seat the seat's number, from 0
 * @param officer the officer's number in the directory
 * @param done visits that were made before the officer left, from 0
 * @param reason its code
 * @param words what happened; not published
 */
public record AmendEntry(
        @Nullable String op,
        @Nullable Integer visit,
        @Nullable Integer seat,
        @Nullable Long officer,
        @Nullable List<Integer> done,
        @Nullable String reason,
        @Nullable String words) {}
