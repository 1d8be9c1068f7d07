/**
 * JSON, read strictly: no name twice, no fraction, no null, no lone surrogate; and written in the
 * one canonical form of {@code vdraw/1}, section 2.3.
 */
@NullMarked
package org.gongkai.verifier.json;

import org.jspecify.annotations.NullMarked;
