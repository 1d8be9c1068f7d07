/** The lists that an agency keeps (词表): wording, names and titles, official contacts. */
@NullMarked
package org.gongkai.platform.textcheck.wording;

import org.jspecify.annotations.NullMarked;
