package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;

/** Whose requests are looked at (查看范围); within what the person may see at all. */
public enum RequestScope {
    /** 我的: held by me, or by somebody absent for whom I stand in these days. */
    MINE,
    /** 本科室: of my sections; for the disclosure office what no section has. */
    SECTION,
    /** 全部. */
    ALL;

    /** The name in addresses and API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name. */
    public static Optional<RequestScope> named(@Nullable String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }

    /** What of this filter lies in the scope. */
    public RequestFilter of(Actor by, RequestFilter filter) {
        return switch (this) {
            case MINE -> filter.heldBy(RequestRights.standsFor(by));
            case SECTION -> {
                var own = RequestRights.sections(by);
                yield own.isEmpty() ? filter.withTheOffice() : filter.within(own);
            }
            case ALL -> filter;
        };
    }
}
