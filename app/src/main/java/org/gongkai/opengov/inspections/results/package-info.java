/**
 * Results of inspections (检查结果): their values, how long until they are public, what of a person is
 * masked, and whether what was drawn, checked and published agrees.
 *
 * <p>Law: 《优化营商环境条例》 art. 54; 国发〔2019〕5号 (20 working days); 《行政处罚法》 art. 48. Desk: the office that
 * leads the random checks.
 */
@NullMarked
package org.gongkai.opengov.inspections.results;

import org.jspecify.annotations.NullMarked;
