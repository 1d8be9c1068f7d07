/**
 * Self-check of the site (网站自查): what an inspection would find, found first, as a worklist for the
 * responsible sections and a score whose every lost point opens to its pages.
 *
 * <p>Source: 国办秘函〔2019〕19号 (check items and their numbers, publishing facts 3.5). Desk: the
 * disclosure office.
 */
@ApplicationModule(
        displayName = "Self-check of the site",
        allowedDependencies = {
            "disclosures",
            "columns",
            "organization",
            "textcheck",
            "files",
            "worklist",
            "audit",
            "api",
            "pages",
            "refusals",
            "roles",
            "settings"
        })
@NullMarked
package org.gongkai.opengov.sitechecks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
