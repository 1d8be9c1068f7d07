/**
 * Letters about requests (依申请公开文书): every paper from the receipt to the proof of delivery, from
 * templates that the agency can replace, filled from the case, in the layout of GB/T 9704.
 *
 * <p>Law: 《政府信息公开条例》 arts. 30, 32–39, 41, 42. No national set of forms exists; ours is our own text
 * until the agency loads the set of 《宁夏回族自治区政府信息公开申请办理规范》 (ADR 0179).
 */
@NullMarked
package org.gongkai.opengov.requests.letters;

import org.jspecify.annotations.NullMarked;
