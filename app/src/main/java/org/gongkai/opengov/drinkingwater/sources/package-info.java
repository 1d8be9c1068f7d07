/**
 * The register of sources of drinking water (水源台账): what each is, where it is sampled, and since
 * when it is in use, in reserve, closed or replaced.
 *
 * <p>Law: 《水污染防治法》 arts. 63, 72. Desk: the section that 饮用水水源地水质 belongs to by the duties of the
 * agency.
 */
@NullMarked
package org.gongkai.opengov.drinkingwater.sources;

import org.jspecify.annotations.NullMarked;
