/**
 * Figures about random inspections (双随机抽查统计): the ratio reached against the plan, coverage by
 * district and industry, days to publication, load of officers. Each number opens to the visits
 * behind it.
 *
 * <p>Source: 国发〔2019〕5号; 国办发〔2018〕118号. Desk: the keeper of inspections.
 */
@NullMarked
package org.gongkai.opengov.inspections.figures;

import org.jspecify.annotations.NullMarked;
