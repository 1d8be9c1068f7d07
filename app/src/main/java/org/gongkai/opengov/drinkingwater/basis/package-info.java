/**
 * What an agency lays down beside the printed standards (评价依据): which items of which source are
 * over their limits by nature alone, and how rates are told. Each decision has its number, and a
 * month that is public stays judged by those that were there when its report was written.
 *
 * <p>Standards: GB 3838-2002, GB/T 14848-2017. Desk: the section that 饮用水水源地水质 belongs to.
 */
@NullMarked
package org.gongkai.opengov.drinkingwater.basis;

import org.jspecify.annotations.NullMarked;
