/**
 * The draw as a ceremony (抽取仪式): announced, frozen, witnessed, drawn, amended, revealed; each step
 * done and logged in one transaction, nothing done twice, nothing thrown away (rules C1 to C6 of
 * {@code vdraw/1}).
 *
 * <p>Law: 《优化营商环境条例》 art. 54 (random choice), 《行政处罚法》 (2021) arts. 42 and 43 (two officers,
 * recusal). Desk: the keeper of inspections; leaders approve amendments; witnesses and holders of
 * the escrow come from outside. Rules and tests: docs/rules/inspections-draws.md.
 */
@NullMarked
package org.gongkai.opengov.inspections.draws;

import org.jspecify.annotations.NullMarked;
