/**
 * Finding what is public (全文检索): one index of all public documents, kept in agreement with the
 * database through a queue in the writer's own transaction.
 *
 * <p>Law: 《政府信息公开条例》 (Order No. 711), art. 24: the platform offers search, reading and download.
 * The engine stands behind {@link org.gongkai.platform.search.SearchIndex}; nothing outside this
 * module knows it.
 */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {
            "settings",
            "api",
            "roles",
            "refusals",
            "audit",
            "pages",
            "textcheck"
        })
@NullMarked
package org.gongkai.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
