package org.gongkai.opengov.disclosures;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where the text comes from (来源): our own (自制) or reposted (转载) with its source named.
 *
 * @param own whether the agency made it
 * @param name who published it first, when reposted
 * @param url where, when reposted and known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(boolean own, @Nullable String name, @Nullable String url) {

    /** Made by the agency itself. */
    public static Source ours() {
        return new Source(true, null, null);
    }

    /** Reposted from {@code name}. */
    public static Source reposted(String name, @Nullable String url) {
        return new Source(false, name, url);
    }
}
