/**
 * What the operator does (运行维护): backup and restore, the commands beside a running program, health,
 * and the first words on the screen.
 *
 * <p>Law: 网络安全法 art. 21, 数据安全法 art. 27 (important data are backed up). Desk: 系统管理员.
 */
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {
            "settings",
            "database",
            "organization",
            "accounts",
            "refusals",
            "roles"
        })
@NullMarked
package org.gongkai.platform.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
