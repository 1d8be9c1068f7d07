/**
 * Mistakes on the site (我为政府网站找错): a reader says what is wrong on a page, the responsible section
 * answers within three working days, and the reader finds the answer by number and secret.
 *
 * <p>Source: 国办发〔2017〕47号 (entry on every page), 国办秘函〔2019〕19号 (interaction). Desk: the responsible
 * section with its part-time openness officer; the disclosure office routes and watches.
 */
@ApplicationModule(
        displayName = "Mistakes on the site",
        allowedDependencies = {
            "disclosures",
            "columns",
            "organization",
            "calendar",
            "worklist",
            "audit",
            "api",
            "pages",
            "settings",
            "refusals",
            "roles"
        })
@NullMarked
package org.gongkai.opengov.mistakes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
