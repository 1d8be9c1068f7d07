/** Pages and API of the calendar (日历页面与接口). */
@NullMarked
package org.gongkai.platform.calendar.web;

import org.jspecify.annotations.NullMarked;
