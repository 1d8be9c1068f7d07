package org.gongkai.platform.organization;

import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.platform.roles.SectionId;

/** When a section last published something in a column (最近公开日期): answered by whoever publishes. */
@FunctionalInterface
public interface LatestPublication {

    /** The day of the newest public item of this section in this column. */
    Optional<LocalDate> of(SectionId section, String columnKey);
}
