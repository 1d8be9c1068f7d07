/** Page and API of the audit trail (审计记录查询). */
@NullMarked
package org.gongkai.platform.audit.web;

import org.jspecify.annotations.NullMarked;
