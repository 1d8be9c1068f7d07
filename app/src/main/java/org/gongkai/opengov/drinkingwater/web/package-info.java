/** Having values evaluated, for everybody: the call (公开评价). */
@NullMarked
package org.gongkai.opengov.drinkingwater.web;

import org.jspecify.annotations.NullMarked;
