/** Checking a draw, for everybody: page and call (公开复算). */
@NullMarked
package org.gongkai.platform.draw.web;

import org.jspecify.annotations.NullMarked;
