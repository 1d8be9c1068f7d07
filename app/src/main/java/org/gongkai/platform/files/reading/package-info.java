/**
 * Reading files into pages (附件网页阅读): words, paragraphs, headings and tables as they are seen in an
 * office program; what hides in a file is not shown.
 */
@NullMarked
package org.gongkai.platform.files.reading;

import org.jspecify.annotations.NullMarked;
