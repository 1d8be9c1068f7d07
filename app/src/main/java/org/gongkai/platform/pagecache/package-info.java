/**
 * Public pages kept as finished bytes (页面缓存): rendered once, compressed once, answered from memory
 * before the security chain, and forgotten the moment something they were made from changes.
 *
 * <p>Law: 国办发〔2017〕47号 part 六 (a site that answers); 《政府信息公开条例》 art. 26 — what is withdrawn is gone
 * in every channel. The bytes of a kept page follow from its address alone: no reader, no session,
 * no host, no hour. What it was made from, it notes down while it is made ({@link
 * org.gongkai.platform.pagecache.PageSources}); who changes that, tells ({@link
 * org.gongkai.platform.pagecache.PageChanges}).
 */
@ApplicationModule(
        displayName = "Page cache",
        allowedDependencies = {"database", "settings"})
@NullMarked
package org.gongkai.platform.pagecache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
