/**
 * What became of plans (规划落实情况): the tasks and figures of a public plan with target, what was
 * reached and by which published report, and the summary of past plans (历史规划总结整理).
 *
 * <p>Source: key points of openness 二.1; 《政府信息公开条例》 art. 20 (3). Desk: the section of the plan
 * writes, its head or the disclosure office releases.
 */
@NullMarked
package org.gongkai.opengov.disclosures.plans;

import org.jspecify.annotations.NullMarked;
