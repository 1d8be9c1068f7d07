/**
 * The database (数据库): an embedded PostgreSQL or an external one, its three roles, and the
 * migrations of every module.
 *
 * <p>The application enters as {@code gongkai_app}, which may do only what a migration grants; what
 * must never happen is refused by the database as well (work plan 五: nothing is overwritten).
 */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"settings"})
@NullMarked
package org.gongkai.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
