/**
 * Accounts (账号): who may sign in, with what, from where; sessions, tokens, second factor, lockout.
 *
 * <p>Law: 网络安全法 arts. 21, 24; 政府网站发展指引 (国办发〔2017〕47号) part 六. Desk: the operator.
 */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {
            "roles",
            "refusals",
            "settings",
            "pages",
            "api",
            "audit",
            "organization"
        })
@NullMarked
package org.gongkai.platform.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
