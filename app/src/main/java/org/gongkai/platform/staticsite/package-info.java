/**
 * Static export (静态导出): the whole public site as files that any web server hands out at the same
 * addresses, for the outer network of an agency.
 *
 * <p>Law: 国办发〔2017〕47号 part 六 (availability and safety of the site). Desk: 系统管理员. It holds no data
 * and decides nothing: it asks the pages themselves, which ask the one visibility gate. ADR 0124.
 */
@ApplicationModule(
        displayName = "Static site",
        allowedDependencies = {"settings", "database", "pages"})
@NullMarked
package org.gongkai.platform.staticsite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
