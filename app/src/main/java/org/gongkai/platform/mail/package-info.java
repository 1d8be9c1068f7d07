/**
 * Mail that the program sends (邮件): one server, set by {@code GONGKAI_SMTP_URL} and its neighbours.
 */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"settings"})
@NullMarked
package org.gongkai.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
