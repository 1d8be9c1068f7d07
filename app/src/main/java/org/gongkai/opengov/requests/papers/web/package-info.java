/** Decisions and letters of a case as pages and API (案件文书页面与接口). */
@NullMarked
package org.gongkai.opengov.requests.papers.web;

import org.jspecify.annotations.NullMarked;
