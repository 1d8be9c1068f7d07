/** Pages and calls of the register of sources. */
@NullMarked
package org.gongkai.opengov.drinkingwater.sources.web;

import org.jspecify.annotations.NullMarked;
