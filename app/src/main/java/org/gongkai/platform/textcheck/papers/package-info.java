/** The formalities of official papers (公文要素): numbers, dates, punctuation. */
@NullMarked
package org.gongkai.platform.textcheck.papers;

import org.jspecify.annotations.NullMarked;
