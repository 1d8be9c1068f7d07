package org.gongkai.platform.organization;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.roles.SectionId;

/**
 * The public list of what a section publishes (科室公开清单), in one of its versions.
 *
 * @param number 1 for the first version; 0 while there is none
 */
public record DisclosureList(
        SectionId section,
        int number,
        LocalDate validFrom,
        String note,
        List<DisclosureItem> items) {
    public DisclosureList {
        items = List.copyOf(items);
    }
}
