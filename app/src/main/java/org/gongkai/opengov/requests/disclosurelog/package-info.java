/**
 * The disclosure log (依申请公开选登): answers of general interest, without who asked, drafted here and
 * reviewed, published and withdrawn like any document (ADR 0192).
 *
 * <p>Law: 《政府信息公开条例》 art. 44. Desk: the section that answered.
 */
@NullMarked
package org.gongkai.opengov.requests.disclosurelog;

import org.jspecify.annotations.NullMarked;
