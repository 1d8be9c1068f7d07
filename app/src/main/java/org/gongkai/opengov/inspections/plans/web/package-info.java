/** Pages and API of yearly plans (年度抽查计划页面与接口). */
@NullMarked
package org.gongkai.opengov.inspections.plans.web;

import org.jspecify.annotations.NullMarked;
