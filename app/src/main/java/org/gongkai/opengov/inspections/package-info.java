/**
 * Double-random inspections (双随机、一公开): firms and officers are drawn at random, and what was drawn
 * and found becomes public.
 *
 * <p>Law: 《优化营商环境条例》 (Order No. 722) art. 54; 《行政处罚法》 (2021) arts. 42, 43, 48, 55; 国发〔2019〕5号.
 * Desk: the keeper of inspections (双随机管理员) with the leaders who approve and the officers who
 * inspect.
 */
@ApplicationModule(
        displayName = "Double-random inspections",
        allowedDependencies = {
            "draw",
            "commitments",
            "transparencylog",
            "disclosures",
            "columns",
            "files",
            "organization",
            "calendar",
            "letters",
            "textcheck",
            "worklist",
            "audit",
            "api",
            "pages",
            "pagecache",
            "settings",
            "refusals",
            "roles"
        })
@NullMarked
package org.gongkai.opengov.inspections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
