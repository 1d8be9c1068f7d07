/** The log for everybody, and its desk (日志公开页面与管理页面). */
@NullMarked
package org.gongkai.platform.transparencylog.web;

import org.jspecify.annotations.NullMarked;
