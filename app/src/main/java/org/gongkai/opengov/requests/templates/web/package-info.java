/** Letter templates as pages and API (文书模板维护). */
@NullMarked
package org.gongkai.opengov.requests.templates.web;

import org.jspecify.annotations.NullMarked;
