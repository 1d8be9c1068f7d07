/**
 * Results of monitoring (监测结果): each month's sample of each source in versions, how it comes in,
 * what is found of it, and what is missing.
 *
 * <p>Law: 《水污染防治法》 art. 72. Desk: the section that 饮用水水源地水质 belongs to, and those who monitor.
 */
@NullMarked
package org.gongkai.opengov.drinkingwater.results;

import org.jspecify.annotations.NullMarked;
