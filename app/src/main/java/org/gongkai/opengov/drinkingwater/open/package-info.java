/**
 * The water of sources for everybody (水源水质公开): what the published month reports froze, source by
 * source and item by item, as pages, charts, files, feed, widget and mail.
 *
 * <p>Law: 《水污染防治法》 art. 72 (the water of drinking-water sources is public); 《环境监测管理办法》 art. 7
 * (nothing before the agency publishes it). Desk: none; the section publishes the report.
 */
@NullMarked
package org.gongkai.opengov.drinkingwater.open;

import org.jspecify.annotations.NullMarked;
