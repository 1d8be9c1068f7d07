package org.gongkai.platform.organization;

import org.gongkai.platform.roles.AgencyId;

/**
 * An agency as it stands on a day (行政机关).
 *
 * <p>《政府信息公开条例》 art. 12: the guide names the disclosure office's address, office hours, phone, fax
 * and internet contact; art. 20 (2): functions and contact are public.
 *
 * @param version changes with every change; for finding out that somebody else changed it
 * @param departmentCode the department's three digits in the region, e.g. 113
 * @param siteIdCode the site identification code (网站标识码), ten digits, or empty
 * @param icpNumber ICP备案号, or empty
 * @param policeNumber 公安备案号, or empty
 * @param organMark address of the mark of party and government organs (党政机关网站标识), or empty
 * @param contact the internet contact (互联网联系方式)
 */
public record Agency(
        AgencyId id,
        long version,
        String key,
        String name,
        String shortName,
        RegionCode region,
        String departmentCode,
        String siteIdCode,
        String icpNumber,
        String policeNumber,
        String organMark,
        String functions,
        String address,
        String officeHours,
        String phone,
        String fax,
        String contact,
        Validity validity) {}
