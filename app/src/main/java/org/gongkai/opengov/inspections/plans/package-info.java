/**
 * The yearly plan of random inspections (年度抽查计划): its lines and formulas, whether the officers
 * carry it, approval, publication and amendment, and the counts frozen from the register for each
 * draw.
 *
 * <p>Law: 《优化营商环境条例》 art. 54, 《行政处罚法》 (2021) arts. 42 and 43. Desk: the enforcement section; a
 * leader approves.
 */
@NullMarked
package org.gongkai.opengov.inspections.plans;

import org.jspecify.annotations.NullMarked;
