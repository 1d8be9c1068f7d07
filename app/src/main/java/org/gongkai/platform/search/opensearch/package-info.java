/**
 * OpenSearch as the engine of search (OpenSearch 检索引擎): for installations that have outgrown the
 * index in the data folder, or whose search is to stay up while a program is started anew.
 *
 * <p>Text is folded and divided into words on our side, so that both engines find the same; the
 * server only sees tokens between spaces.
 */
@NullMarked
package org.gongkai.platform.search.opensearch;

import org.jspecify.annotations.NullMarked;
