/** Columns over page and API. */
@NullMarked
package org.gongkai.opengov.columns.web;

import org.jspecify.annotations.NullMarked;
