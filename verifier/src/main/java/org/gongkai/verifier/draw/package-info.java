/** The draw (抽取), recomputed from a bundle: {@code vdraw/1}, section 2.3. */
@NullMarked
package org.gongkai.verifier.draw;

import org.jspecify.annotations.NullMarked;
