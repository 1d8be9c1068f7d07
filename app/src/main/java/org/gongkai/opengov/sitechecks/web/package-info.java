/** Pages and API of self-checks (自查页面). */
@NullMarked
package org.gongkai.opengov.sitechecks.web;

import org.jspecify.annotations.NullMarked;
