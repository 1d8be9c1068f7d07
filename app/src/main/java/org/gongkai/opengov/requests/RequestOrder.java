package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which order requests are listed (排序). */
public enum RequestOrder {
    /** 期限先到的在前; what has no day yet comes first, because it waits for the agency. */
    DUE("due NULLS FIRST, id"),
    /** 新登记的在前. */
    NEWEST("id DESC"),
    /** 先登记的在前. */
    OLDEST("id");

    private final String columns;

    RequestOrder(String columns) {
        this.columns = columns;
    }

    String columns() {
        return columns;
    }

    /** The name in addresses. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name. */
    public static Optional<RequestOrder> named(@Nullable String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
