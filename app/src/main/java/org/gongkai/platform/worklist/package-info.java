/**
 * What is due for me (工作台): each module says what a person has to do; here it is put in order of
 * lateness, with the working days left in words.
 *
 * <p>Source: work plan 五 (part-time openness officers have a few minutes a day). Desk: everybody's.
 */
@ApplicationModule(
        displayName = "Worklist",
        allowedDependencies = {"roles", "calendar", "pages", "api"})
@NullMarked
package org.gongkai.platform.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
