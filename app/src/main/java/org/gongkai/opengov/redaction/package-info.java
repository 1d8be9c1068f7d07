/**
 * Partial disclosure (区分处理): passages and areas of a PDF or picture are marked with a legal ground
 * each; the released copy really lacks them, a list of grounds goes with it, and a check proves it.
 *
 * <p>Law: 《政府信息公开条例》 art. 37, with the grounds of arts. 14, 15 and 16. Desk: the disclosure office
 * and the section that handles the case.
 */
@ApplicationModule(
        displayName = "Partial disclosure",
        allowedDependencies = {
            "files",
            "letters",
            "organization",
            "audit",
            "api",
            "pages",
            "refusals",
            "roles"
        })
@NullMarked
package org.gongkai.opengov.redaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
