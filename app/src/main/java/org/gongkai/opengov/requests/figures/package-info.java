/**
 * Figures about requests (办理情况统计): tables 3 and 4 of the yearly report at any date, from the cases
 * themselves; the identities they must satisfy; how often the answer was in time, and why it was
 * not.
 *
 * <p>Law: 《政府信息公开条例》 art. 50; form: 国办公开办函〔2021〕30号. Pure rules: cases come in as summaries.
 */
@NullMarked
package org.gongkai.opengov.requests.figures;

import org.jspecify.annotations.NullMarked;
