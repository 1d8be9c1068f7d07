package org.gongkai.opengov.drinkingwater.reports;

import org.gongkai.opengov.drinkingwater.results.WaterMonth;

/**
 * A month as everybody may read it (已公开月份).
 *
 * @param month each source as it then stood with the results that are public, compared with what is
 *     public of the month before and of the same month of the year before
 */
public record ReleasedMonth(Release release, WaterMonth month) {}
