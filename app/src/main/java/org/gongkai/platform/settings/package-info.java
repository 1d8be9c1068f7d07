/** The few settings of an installation (运行设置), its clock, and the loading of demo data. */
@ApplicationModule(
        displayName = "Settings",
        allowedDependencies = {})
@NullMarked
package org.gongkai.platform.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
