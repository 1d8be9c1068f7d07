/** Pages and API of the mistakes on the site (网站找错页面与接口). */
@NullMarked
package org.gongkai.opengov.mistakes.web;

import org.jspecify.annotations.NullMarked;
