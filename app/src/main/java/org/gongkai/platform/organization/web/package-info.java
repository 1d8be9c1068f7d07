/** Pages and API of the registers (机构人员页面和接口). */
@NullMarked
package org.gongkai.platform.organization.web;

import org.jspecify.annotations.NullMarked;
