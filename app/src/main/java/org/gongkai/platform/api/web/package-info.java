/** Pages about the API (接口说明页). */
@NullMarked
package org.gongkai.platform.api.web;

import org.jspecify.annotations.NullMarked;
