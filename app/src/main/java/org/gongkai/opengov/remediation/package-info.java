/**
 * Remediation of the environment (环境整治): projects for water, air and soil, what they owe the public
 * at each stage, and whether every notice and every report has been published.
 *
 * <p>Source: key points of openness 二.6 (公开所有整治的通知和报告); 《政府信息公开条例》 arts. 14 to 16, 20 (15) and 26.
 * Desk: the section that 水环境整治, 大气环境整治 or 土壤环境整治 belongs to by the duties of the agency.
 */
@ApplicationModule(
        displayName = "Remediation",
        allowedDependencies = {
            "disclosures",
            "organization",
            "calendar",
            "files",
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
package org.gongkai.opengov.remediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
