package org.gongkai.opengov.drinkingwater;

import java.time.LocalDate;
import java.util.List;

/**
 * A standard for the quality of water (水质标准), as data.
 *
 * @param code as it is cited, without spaces
 * @param title what a citation prints, e.g. 《地表水环境质量标准》（GB 3838-2002）
 * @param inForce from this day on
 * @param items in the order of its tables
 */
public record WaterStandard(
        String code, String title, Kind kind, LocalDate inForce, List<MonitoredItem> items) {

    /** What water it is for, and with that how a verdict is reached. */
    public enum Kind {
        /** GB 3838-2002 with 环办〔2011〕22号. */
        SURFACE,
        /** GB/T 14848-2017. */
        GROUND
    }

    public WaterStandard {
        items = List.copyOf(items);
    }

    /** Items that may be meant by this name or code; several where tables or waters share one. */
    List<MonitoredItem> called(String name) {
        return items.stream().filter(it -> it.isCalled(name)).toList();
    }
}
