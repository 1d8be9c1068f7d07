/** The kept lists (词表登记). */
@NullMarked
package org.gongkai.platform.textcheck.persistence;

import org.jspecify.annotations.NullMarked;
