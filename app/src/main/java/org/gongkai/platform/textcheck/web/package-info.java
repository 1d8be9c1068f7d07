/** The desk page of the lists (词表页面). */
@NullMarked
package org.gongkai.platform.textcheck.web;

import org.jspecify.annotations.NullMarked;
