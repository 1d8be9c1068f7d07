/**
 * Inspections themselves (检查任务): drawn or for a cause, the team, the visit, what was found and what
 * follows.
 *
 * <p>Law: 《行政处罚法》 arts. 42, 43 and 55; 国办发〔2024〕54号 (scan-code entry, notice, no inspection outside
 * the plan but for complaint, lead, order or accident). Desk: the enforcement officers and their
 * leader.
 */
@NullMarked
package org.gongkai.opengov.inspections.tasks;

import org.jspecify.annotations.NullMarked;
