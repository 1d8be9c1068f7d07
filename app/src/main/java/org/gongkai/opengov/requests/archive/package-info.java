/** The file of a request on paper and as a package for the archive (案卷与归档), 条例 art. 45. */
@NullMarked
package org.gongkai.opengov.requests.archive;

import org.jspecify.annotations.NullMarked;
