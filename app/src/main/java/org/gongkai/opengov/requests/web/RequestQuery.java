package org.gongkai.opengov.requests.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.requests.IntakeChannel;
import org.gongkai.opengov.requests.RequestFilter;
import org.gongkai.opengov.requests.RequestStage;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of requests is asked for (查询条件), as in its address.
 *
 * @param q a number, or words of what is asked
 * @param stage as {@code awaiting-fee}
 * @param due {@code over}, or at most so many working days left
 * @param state {@code open} (as if nothing is named), {@code done} or {@code all}
 */
public record RequestQuery(
        @Nullable String q,
        @Nullable String stage,
        @Nullable String channel,
        @Nullable String section,
        @Nullable String due,
        @Nullable String state) {

    static final String OVER = "over";

    /** Whether it is narrowed beyond open and done. */
    public boolean any() {
        return given(q) || given(stage) || given(channel) || given(section) || given(due);
    }

    RequestFilter filter(LocalDate today, WorkingCalendar calendar, @Nullable SectionId within) {
        var chosen =
                given(stage)
                        ? RequestStage.named(String.valueOf(stage))
                        : Optional.<RequestStage>empty();
        return new RequestFilter(
                chosen.orElse(null),
                chosen.isPresent() || "all".equals(state) ? null : !"done".equals(state),
                left() < 0 ? null : calendar.dueAfter(today, left()),
                OVER.equals(due) ? today : null,
                given(channel) ? IntakeChannel.named(String.valueOf(channel)).orElse(null) : null,
                q,
                within == null ? Set.of() : Set.of(within));
    }

    private int left() {
        return due != null && due.matches("[0-9]{1,2}") ? Integer.parseInt(due) : -1;
    }

    /** The same list on another page. */
    String page(int number) {
        var address = address("/desk/requests");
        if (number > 1) {
            address.queryParam("page", number);
        }
        return address.build().encode().toUriString();
    }

    /** The same list as a file. */
    String table(String ending) {
        return address("/desk/requests/export." + ending).build().encode().toUriString();
    }

    RequestQuery inState(String other) {
        return new RequestQuery(q, null, channel, section, null, other);
    }

    RequestQuery dueIn(String other) {
        return new RequestQuery(q, stage, channel, section, other, null);
    }

    private UriComponentsBuilder address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "q", q);
        add(address, "stage", stage);
        add(address, "channel", channel);
        add(address, "section", section);
        add(address, "due", due);
        add(address, "state", state);
        return address;
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (given(value)) {
            address.queryParam(name, value);
        }
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
