/** Pages and API of disclosure on request (依申请公开页面与接口). */
@NullMarked
package org.gongkai.opengov.requests.web;

import org.jspecify.annotations.NullMarked;
