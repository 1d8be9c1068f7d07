/** What a file really is, told from its content (文件识别). */
@NullMarked
package org.gongkai.platform.files.recognition;

import org.jspecify.annotations.NullMarked;
