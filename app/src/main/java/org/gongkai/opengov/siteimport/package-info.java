/**
 * Import of an old site (网站历史信息导入): a folder with a manifest, texts and attachments is checked row
 * by row, kept aside, approved by two people and taken in, with its dates, numbers and addresses.
 *
 * <p>Law: 《政府信息公开条例》 arts. 17, 23–24; publishing facts 3.5 (a forged publish date is a veto item).
 * Guide: {@code docs/guides/import.md}. Desk: the operator and the disclosure office.
 */
@ApplicationModule(
        displayName = "Import of an old site",
        allowedDependencies = {
            "disclosures",
            "columns",
            "organization",
            "files",
            "database",
            "audit",
            "api",
            "pages",
            "settings",
            "refusals",
            "roles"
        })
@NullMarked
package org.gongkai.opengov.siteimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
