/** Pages and calls of the registers of inspections. */
@NullMarked
package org.gongkai.opengov.inspections.registers.web;

import org.jspecify.annotations.NullMarked;
