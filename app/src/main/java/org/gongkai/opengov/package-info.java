/** The work areas of an agency's open-government work (政务公开), one package each. */
@NullMarked
package org.gongkai.opengov;

import org.jspecify.annotations.NullMarked;
