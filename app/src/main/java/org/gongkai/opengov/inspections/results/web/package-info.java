/** Pages and API of the results (检查结果页面与接口). */
@NullMarked
package org.gongkai.opengov.inspections.results.web;

import org.jspecify.annotations.NullMarked;
