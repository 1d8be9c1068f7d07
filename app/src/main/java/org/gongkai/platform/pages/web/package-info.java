/** Pages of the frame itself: components, registers. */
@NullMarked
package org.gongkai.platform.pages.web;

import org.jspecify.annotations.NullMarked;
