/** Reading Word drafts (Word稿件读取), ISO/IEC 29500 part 1. */
@NullMarked
package org.gongkai.platform.files.docx;

import org.jspecify.annotations.NullMarked;
