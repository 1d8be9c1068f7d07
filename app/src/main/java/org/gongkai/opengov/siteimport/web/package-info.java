/** Pages and API of imports, and the way from old addresses (导入页面). */
@NullMarked
package org.gongkai.opengov.siteimport.web;

import org.jspecify.annotations.NullMarked;
