/**
 * Key projects (重点项目): what the agency follows, what art. 20 makes public of them anyway, and what
 * of the negotiation is public only after landing, with the investor's consent and screened by a
 * second person.
 *
 * <p>Law: 《政府信息公开条例》 arts. 14–16, 20 (5), (10), 26; 《环境影响评价法》; key points 二.3. Desk: the section
 * that 重点项目 belongs to by the duties of the agency.
 */
@ApplicationModule(
        displayName = "Key projects",
        allowedDependencies = {
            "disclosures",
            "columns",
            "organization",
            "calendar",
            "files",
            "audit",
            "api",
            "pages",
            "pagecache",
            "settings",
            "textcheck",
            "worklist",
            "refusals",
            "roles"
        })
@NullMarked
package org.gongkai.opengov.projects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
