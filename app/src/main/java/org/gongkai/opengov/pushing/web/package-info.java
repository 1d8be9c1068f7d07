/** Page and API of the pushes to the city's platform (推送管理). */
@NullMarked
package org.gongkai.opengov.pushing.web;

import org.jspecify.annotations.NullMarked;
