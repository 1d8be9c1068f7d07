/** The public calculators of the clock and of fees (测算页面和接口). */
@NullMarked
package org.gongkai.opengov.requestclock.web;

import org.jspecify.annotations.NullMarked;
