/** Pages and API of partial disclosure (区分处理页面与接口). */
@NullMarked
package org.gongkai.opengov.redaction.web;

import org.jspecify.annotations.NullMarked;
