/**
 * Reports on the water of sources (水源水质状况报告): written from the figures, checked against them before
 * review, and what becomes public of a month with the edition of its report.
 *
 * <p>Law: 《水污染防治法》 art. 72; 《环境监测管理办法》 art. 7. Desk: the section that 饮用水水源地水质 belongs to.
 */
@NullMarked
package org.gongkai.opengov.drinkingwater.reports;

import org.jspecify.annotations.NullMarked;
