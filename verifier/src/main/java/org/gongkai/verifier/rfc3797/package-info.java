/** The selection of RFC 3797, as the IETF's nominating committees are drawn. */
@NullMarked
package org.gongkai.verifier.rfc3797;

import org.jspecify.annotations.NullMarked;
