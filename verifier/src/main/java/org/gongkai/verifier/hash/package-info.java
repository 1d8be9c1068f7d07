/** The hashes of {@code vdraw/1} section 2.3: TH, MTH and T over SHA-256 or SM3. */
@NullMarked
package org.gongkai.verifier.hash;

import org.jspecify.annotations.NullMarked;
