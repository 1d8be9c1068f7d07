/** Pages and calls of results and their import. */
@NullMarked
package org.gongkai.opengov.drinkingwater.results.web;

import org.jspecify.annotations.NullMarked;
