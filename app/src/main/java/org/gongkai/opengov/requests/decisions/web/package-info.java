/** The guided decision as page and API (判断助手). */
@NullMarked
package org.gongkai.opengov.requests.decisions.web;

import org.jspecify.annotations.NullMarked;
