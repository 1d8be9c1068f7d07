/**
 * Working days, holidays and the counting of periods (工作日与期限): what every deadline stands on.
 *
 * <p>Law: 《全国年节及纪念日放假办法》, the yearly notices of the State Council's General Office and of the
 * region's; 《民法典》 arts. 200 to 204 for the counting. Desk: the disclosure office, which keeps the
 * notices.
 */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {
            "roles",
            "refusals",
            "audit",
            "api",
            "pages",
            "pagecache",
            "settings"
        })
@NullMarked
package org.gongkai.platform.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
