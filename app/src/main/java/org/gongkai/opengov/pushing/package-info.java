/**
 * The push to the city's shared platform (推送至市级政府信息公开平台): what became public here, or is public no
 * longer, is told to the platform of which the agency's site is a section; its receipt and its own
 * index number are kept beside ours.
 *
 * <p>Law: 《政府信息公开条例》 art. 24 (one platform for the disclosure of government information). Protocol:
 * {@code docs/guides/push.md}. Desk: the disclosure office and the operator.
 */
@ApplicationModule(
        displayName = "Pushing",
        allowedDependencies = {
            "disclosures",
            "columns",
            "organization",
            "files",
            "worklist",
            "audit",
            "api",
            "pages",
            "settings",
            "refusals",
            "roles"
        })
@NullMarked
package org.gongkai.opengov.pushing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
