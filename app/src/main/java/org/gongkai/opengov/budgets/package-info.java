/**
 * Budgets and final accounts (财政预决算) of the agency and its subordinate units: what the finance
 * department approved, by when it is public, and whether the figures add up.
 *
 * <p>Law: 《预算法》 art. 14; 《政府信息公开条例》 art. 20 (7). Desk: the section that 财政预决算 belongs to by the
 * duties of the agency.
 */
@ApplicationModule(
        displayName = "Budgets and final accounts",
        allowedDependencies = {
            "disclosures",
            "columns",
            "organization",
            "files",
            "audit",
            "api",
            "pages",
            "pagecache",
            "settings",
            "worklist",
            "refusals",
            "roles"
        })
@NullMarked
package org.gongkai.opengov.budgets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
