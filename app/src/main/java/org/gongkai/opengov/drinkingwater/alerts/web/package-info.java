/** The page and calls of mail alerts (邮件提醒页面). */
@NullMarked
package org.gongkai.opengov.drinkingwater.alerts.web;

import org.jspecify.annotations.NullMarked;
