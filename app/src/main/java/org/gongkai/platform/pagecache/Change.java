package org.gongkai.platform.pagecache;

import java.util.Set;

/**
 * What changed (变动), by the names that pages noted it under.
 *
 * @param added whether something was only added, so that pages made from it lack a line and show
 *     nothing wrong
 */
record Change(Set<String> names, boolean added) {

    void tell(KeptPages pages) {
        if (added) {
            pages.renew(names);
        } else {
            pages.forget(names);
        }
    }
}
