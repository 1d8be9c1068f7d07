/**
 * The transparency log (透明日志), {@code govlog/1}: an append-only list of what happened, signed and
 * witnessed, so that silent alteration, removal and back-dating can be proven by anyone.
 *
 * <p>Law: 《优化营商环境条例》 art. 54 (results of random inspections are public); 《政府信息公开条例》 arts. 5 and 33
 * (timely disclosure, terms). Byte-exact specification: docs/design/transparency-log.md. Desk: the
 * operator, who keeps keys and witnesses. Whoever has something to log calls {@link
 * org.gongkai.platform.transparencylog.TransparencyLog#append} as the last thing in the transaction
 * of the event.
 */
@ApplicationModule(
        displayName = "Transparency log",
        allowedDependencies = {
            "commitments",
            "database",
            "pagecache",
            "refusals",
            "settings",
            "roles",
            "audit",
            "worklist",
            "pages",
            "api"
        })
@NullMarked
package org.gongkai.platform.transparencylog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
