package org.gongkai.platform.organization;

import java.time.LocalDate;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * What is entered about a person (人员登记内容), as typed.
 *
 * @param key only for a new person
 * @param section key of the section where they work; empty for the leaders
 * @param named {@code true} if the public pages name them
 */
public record PersonEntry(
        @Nullable String key,
        @Nullable String name,
        @Nullable String post,
        @Nullable String section,
        @Nullable String named,
        @Nullable String from) {

    record Checked(
            String name, String post, @Nullable SectionId section, boolean named, LocalDate from) {}

    Checked check(Checking input, @Nullable SectionId worksIn) {
        var checked =
                new Checked(
                        input.text("name", name, Checking.LINE),
                        input.text("post", post, Checking.LINE),
                        worksIn,
                        "true".equals(named),
                        input.day("from", from));
        input.finish();
        return checked;
    }
}
