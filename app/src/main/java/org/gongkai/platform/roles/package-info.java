/**
 * Who acts, and with what entrusted to them (岗位角色): ids, roles, grants and the actor.
 *
 * <p>Depends on nothing, so that every module can say who did something.
 */
@ApplicationModule(
        displayName = "Roles",
        allowedDependencies = {})
@NullMarked
package org.gongkai.platform.roles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
