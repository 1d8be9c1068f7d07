/** Pages and API of the inspections (检查任务页面与接口). */
@NullMarked
package org.gongkai.opengov.inspections.tasks.web;

import org.jspecify.annotations.NullMarked;
