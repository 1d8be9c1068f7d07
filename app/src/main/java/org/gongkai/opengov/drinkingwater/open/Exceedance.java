package org.gongkai.opengov.drinkingwater.open;

import java.time.YearMonth;

/** An item over its limit in a public month, and where (超标记录). */
public record Exceedance(YearMonth month, long source, String sourceName, OpenSource.Over over) {}
