package org.gongkai.opengov.columns;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a column (栏目变动记录).
 *
 * @param what {@code CREATED}, {@code CHANGED}, {@code RENAMED}, {@code MOVED}, {@code MERGED} or
 *     {@code RETIRED}
 * @param before its name and address before; null when it was created
 * @param after its name and address since then
 */
public record ColumnChange(
        String what, @Nullable String before, String after, @Nullable PersonId by, Instant at) {}
