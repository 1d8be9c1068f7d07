package org.gongkai.platform.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is entered about a section or subordinate unit (科室登记内容), as typed.
 *
 * @param key only for a new section
 * @param kind only for a new section
 */
public record SectionEntry(
        @Nullable String key,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String functions,
        @Nullable String phone,
        @Nullable String place,
        @Nullable String displayOrder,
        @Nullable String from) {

    record Checked(
            String name,
            String functions,
            String phone,
            String place,
            int displayOrder,
            LocalDate from) {}

    Checked check(Checking input) {
        var checked =
                new Checked(
                        input.text("name", name, Checking.LINE),
                        input.text("functions", functions, Checking.PARAGRAPH),
                        input.optional("phone", phone, Checking.LINE),
                        input.optional("place", place, Checking.LINE),
                        input.number("displayOrder", displayOrder, 0, 999),
                        input.day("from", from));
        input.finish();
        return checked;
    }
}
