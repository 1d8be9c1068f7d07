/**
 * One list, two directories, one set of rules (一单两库一细则): items, units, officers with their
 * recusals.
 *
 * <p>Law: 《优化营商环境条例》 art. 54; 国办发〔2015〕58号 (list of items, two directories). Desk: the keeper of
 * inspections.
 */
@NullMarked
package org.gongkai.opengov.inspections.registers;

import org.jspecify.annotations.NullMarked;
