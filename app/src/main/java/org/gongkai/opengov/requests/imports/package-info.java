/**
 * Cases of other systems (历史数据导入): files and lists read row by row, checked first, taken in with
 * progress, gone on with after a kill; and the municipal platform's way in (ADR 0190).
 *
 * <p>Desk: the agency's disclosure office.
 */
@NullMarked
package org.gongkai.opengov.requests.imports;

import org.jspecify.annotations.NullMarked;
