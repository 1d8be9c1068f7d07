/** What hides in attachments (附件隐藏内容): metadata, changes, comments, covered words. */
@NullMarked
package org.gongkai.platform.textcheck.attachments;

import org.jspecify.annotations.NullMarked;
