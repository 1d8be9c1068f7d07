/** Pages and API of the figures about inspections (双随机抽查统计页面与接口). */
@NullMarked
package org.gongkai.opengov.inspections.figures.web;

import org.jspecify.annotations.NullMarked;
