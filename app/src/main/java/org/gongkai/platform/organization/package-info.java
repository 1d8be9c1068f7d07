/**
 * Who the agency is and who does what in it (机构与人员): agencies, publisher prefixes, sections 科室,
 * subordinate units 基层单位, people, roles, duties, absence cover, leading group.
 *
 * <p>Law: 《政府信息公开条例》 art. 4; the work plan's parts 五.2 and 五.3. Desk: the disclosure office.
 */
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {
            "roles",
            "refusals",
            "audit",
            "settings",
            "pages",
            "pagecache",
            "api",
            "calendar",
            "worklist"
        })
@NullMarked
package org.gongkai.platform.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
