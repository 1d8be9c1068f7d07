/** How Chinese text is read for search (分词与归一): folding, words, what was asked, marking. */
@NullMarked
package org.gongkai.platform.search.text;

import org.jspecify.annotations.NullMarked;
