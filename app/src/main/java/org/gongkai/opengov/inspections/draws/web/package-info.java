/** Draws on pages and over the API (抽取页面与接口). */
@NullMarked
package org.gongkai.opengov.inspections.draws.web;

import org.jspecify.annotations.NullMarked;
