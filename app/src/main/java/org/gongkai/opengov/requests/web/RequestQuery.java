package org.gongkai.opengov.requests.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.opengov.requests.DaysLeft;
import org.gongkai.opengov.requests.IntakeChannel;
import org.gongkai.opengov.requests.RequestFilter;
import org.gongkai.opengov.requests.RequestOrder;
import org.gongkai.opengov.requests.RequestScope;
import org.gongkai.opengov.requests.RequestStage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of requests is asked for (查询条件), as in its address.
 *
 * @param q a number, or words of what is asked, noted and written
 * @param stage as {@code awaiting-fee}
 * @param section key of a section
 * @param due a group of days left, as {@code over} or {@code 3}
 * @param state {@code open} (as if nothing is named), {@code done} or {@code all}
 * @param scope {@code mine}, {@code section} or {@code all} (as if nothing is named)
 * @param holder key of a person
 * @param order {@code due}, {@code newest} or {@code oldest}
 */
public record RequestQuery(
        @Nullable String q,
        @Nullable String stage,
        @Nullable String channel,
        @Nullable String section,
        @Nullable String due,
        @Nullable String state,
        @Nullable String scope,
        @Nullable String holder,
        @Nullable String order) {

    private static final String LIST = "/desk/requests";

    /** Whether it is narrowed beyond open and done. */
    public boolean any() {
        return given(q)
                || given(stage)
                || given(channel)
                || given(section)
                || given(due)
                || given(scope)
                || given(holder)
                || given(order);
    }

    /** What of it says no person and no section; those are looked up by who reads the list. */
    RequestFilter filter() {
        return RequestFilter.ALL
                .in(given(stage) ? RequestStage.named(String.valueOf(stage)).orElse(null) : null)
                .thatAre("all".equals(state) || given(stage) ? null : !"done".equals(state))
                .due(DaysLeft.named(due).orElse(null))
                .by(
                        given(channel)
                                ? IntakeChannel.named(String.valueOf(channel)).orElse(null)
                                : null)
                .about(q)
                .sorted(RequestOrder.named(order).orElse(null));
    }

    RequestScope within() {
        return RequestScope.named(scope).orElse(RequestScope.ALL);
    }

    /** Everything that is given, by its name in the address. */
    public Map<String, String> given() {
        var all = new LinkedHashMap<String, String>();
        add(all, "q", q);
        add(all, "stage", stage);
        add(all, "channel", channel);
        add(all, "section", section);
        add(all, "due", due);
        add(all, "state", state);
        add(all, "scope", scope);
        add(all, "holder", holder);
        add(all, "order", order);
        return all;
    }

    /** What follows the question mark of its address. */
    public String written() {
        var address = address(LIST).encode().build().toUriString();
        return address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
    }

    /** The same list on another page. */
    public String page(int number) {
        var address = address(LIST);
        if (number > 1) {
            address.queryParam("page", number);
        }
        return address.encode().build().toUriString();
    }

    /** The same list as a file. */
    String table(String ending) {
        return address(LIST + "/export." + ending).encode().build().toUriString();
    }

    RequestQuery inState(String other) {
        return new RequestQuery(q, null, channel, section, null, other, scope, holder, order);
    }

    RequestQuery dueIn(@Nullable DaysLeft left) {
        return new RequestQuery(
                q,
                stage,
                channel,
                section,
                left == null ? null : left.slug(),
                null,
                scope,
                holder,
                order);
    }

    RequestQuery in(@Nullable RequestStage other) {
        return new RequestQuery(
                q,
                other == null ? null : other.slug(),
                channel,
                section,
                due,
                state,
                scope,
                holder,
                order);
    }

    /** The list of a scope. */
    static RequestQuery of(RequestScope scope) {
        return new RequestQuery(null, null, null, null, null, "open", scope.slug(), null, null);
    }

    private UriComponentsBuilder address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        given().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.uriVariables(Map.copyOf(given()));
    }

    private static void add(Map<String, String> all, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            all.put(name, value);
        }
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
