/** The page that stands in the files where only a running program could answer. */
@NullMarked
package org.gongkai.platform.staticsite.web;

import org.jspecify.annotations.NullMarked;
