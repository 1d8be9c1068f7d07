/**
 * Drinking-water quality (饮用水水源水质): what the laboratory reports, held against the standards for
 * surface water and groundwater, with every verdict explained.
 *
 * <p>Law: 《水污染防治法》 art. 72. Standards: GB 3838-2002, GB/T 14848-2017, 《地表水环境质量评价办法（试行）》
 * 环办〔2011〕22号. Desk: the section that 饮用水水源地水质 belongs to; everybody may have values evaluated.
 */
@ApplicationModule(
        displayName = "Drinking water",
        allowedDependencies = {
            "disclosures",
            "columns",
            "organization",
            "files",
            "letters",
            "mail",
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
package org.gongkai.opengov.drinkingwater;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
