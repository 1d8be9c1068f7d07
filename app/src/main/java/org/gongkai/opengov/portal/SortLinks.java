package org.gongkai.opengov.portal;

import java.util.List;

/** The two orders of a list as links (排序), the one in use marked. */
final class SortLinks {
    private SortLinks() {}

    /** One order. */
    record SortLink(String messageKey, String address, boolean here) {}

    /** Newest first, and oldest first, of the same choice. */
    static List<SortLink> of(String path, ListQuestion asked) {
        var parameters = asked.parameters();
        return List.of(
                new SortLink(
                        "portal.sort.newest",
                        Addresses.with(path, Addresses.changed(parameters, "order", null)),
                        !asked.isOldestFirst()),
                new SortLink(
                        "portal.sort.oldest",
                        Addresses.with(path, Addresses.changed(parameters, "order", "oldest")),
                        asked.isOldestFirst()));
    }
}
