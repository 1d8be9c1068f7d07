/** Pages and calls of remediation. */
@NullMarked
package org.gongkai.opengov.remediation.web;

import org.jspecify.annotations.NullMarked;
