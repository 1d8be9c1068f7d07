/** Pages, files and calls of the water of sources that everybody reads (水源水质页面). */
@NullMarked
package org.gongkai.opengov.drinkingwater.open.web;

import org.jspecify.annotations.NullMarked;
