/** The parts of the HTML cleaner (正文清理). */
@NullMarked
package org.gongkai.platform.files.html;

import org.jspecify.annotations.NullMarked;
