/** Reading rows of the disclosure tables. */
@NullMarked
package org.gongkai.opengov.disclosures.persistence;

import org.jspecify.annotations.NullMarked;
