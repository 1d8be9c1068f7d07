package org.gongkai.opengov.columns;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** What is public in the columns (栏目内容): answered by whoever publishes. */
public interface NewestItems {

    /** The day of the newest public item in each of these columns; none for an empty one. */
    Map<ColumnId, LocalDate> newestIn(Collection<ColumnId> columns);

    /** How many public items these columns hold together. */
    long count(Collection<ColumnId> columns);
}
