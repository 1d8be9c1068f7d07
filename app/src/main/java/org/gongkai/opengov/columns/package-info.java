/**
 * Columns (栏目): the tree under which an agency's public information stands.
 *
 * <p>Source: 国办公开办函〔2019〕61号 (fixed parts of the disclosure platform), 国办发〔2017〕47号 (no column
 * without content). Desk: the disclosure office.
 */
@ApplicationModule(
        displayName = "Columns",
        allowedDependencies = {
            "roles",
            "refusals",
            "settings",
            "audit",
            "organization",
            "pages",
            "pagecache",
            "worklist",
            "api"
        })
@NullMarked
package org.gongkai.opengov.columns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
