/** The desk of search words (检索词页面). */
@NullMarked
package org.gongkai.platform.search.web;

import org.jspecify.annotations.NullMarked;
