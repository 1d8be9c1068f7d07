/** Pages and calls of the local rules of inspections. */
@NullMarked
package org.gongkai.opengov.inspections.web;

import org.jspecify.annotations.NullMarked;
