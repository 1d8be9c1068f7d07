/** Pages and calls of what an agency lays down beside the printed standards. */
@NullMarked
package org.gongkai.opengov.drinkingwater.basis.web;

import org.jspecify.annotations.NullMarked;
