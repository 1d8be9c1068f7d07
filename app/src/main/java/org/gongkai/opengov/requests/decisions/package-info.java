/**
 * Deciding on a request (答复决定): the outcomes the law knows, the questions that lead to one, what an
 * answer must say, in which row of the yearly report it counts, and the remedies it must name.
 *
 * <p>Law: 《政府信息公开条例》 arts. 14–16, 30, 32–39. Pure rules: nothing here knows the database, a clock
 * or a page.
 */
@NullMarked
package org.gongkai.opengov.requests.decisions;

import org.jspecify.annotations.NullMarked;
