/** The search index on Lucene (索引引擎): the only place that knows the engine. */
@NullMarked
package org.gongkai.platform.search.lucene;

import org.jspecify.annotations.NullMarked;
