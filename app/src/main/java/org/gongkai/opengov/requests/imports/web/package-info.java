/** Imports of cases as pages and API (历史数据导入). */
@NullMarked
package org.gongkai.opengov.requests.imports.web;

import org.jspecify.annotations.NullMarked;
