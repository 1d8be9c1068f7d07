/**
 * Disclosure on request (依申请公开): from asking to the delivery of the answer, as events.
 *
 * <p>Law: 《政府信息公开条例》 ch. 4. Desk: the agency's disclosure office (政府信息公开工作机构), with the sections
 * that hold the information.
 */
@ApplicationModule(
        displayName = "Disclosure on request",
        allowedDependencies = {
            "requestclock",
            "redaction",
            "disclosures",
            "columns",
            "files",
            "organization",
            "calendar",
            "letters",
            "mail",
            "search",
            "worklist",
            "audit",
            "api",
            "pages",
            "settings",
            "refusals",
            "roles"
        })
@NullMarked
package org.gongkai.opengov.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
