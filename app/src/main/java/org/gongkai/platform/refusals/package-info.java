/**
 * Why something was not done (拒绝理由): one exception, carried unchanged to page and API.
 *
 * <p>Depends on nothing, so that every module can refuse in the same words.
 */
@ApplicationModule(
        displayName = "Refusals",
        allowedDependencies = {})
@NullMarked
package org.gongkai.platform.refusals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
