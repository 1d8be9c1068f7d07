package org.gongkai.opengov.drinkingwater;

/** What kind of water a value is of (水体类型): some limits differ (GB 3838-2002, table 1). */
public enum WaterBody {
    RIVER,
    LAKE,
    GROUNDWATER
}
