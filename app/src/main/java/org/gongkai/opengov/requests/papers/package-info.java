/**
 * The papers of a case (案件文书): the decision on each matter, the letters made of it, their review,
 * signing and sending.
 *
 * <p>Law: 《政府信息公开条例》 arts. 30, 32–39, 42. Desk: the disclosure office, the sections that draft, the
 * heads that review and the leaders that sign (ADR 0187, 0188).
 */
@NullMarked
package org.gongkai.opengov.requests.papers;

import org.jspecify.annotations.NullMarked;
