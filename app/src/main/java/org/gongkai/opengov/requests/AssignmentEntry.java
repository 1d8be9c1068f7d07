package org.gongkai.opengov.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests go to whom (批量分办), as typed.
 *
 * @param ids the requests chosen
 * @param section key or name of the section; empty to leave it as it is
 * @param holder key of the person; empty to leave it as it is
 */
public record AssignmentEntry(
        @Nullable List<Long> ids,
        @Nullable String section,
        @Nullable String holder,
        @Nullable String note) {}
