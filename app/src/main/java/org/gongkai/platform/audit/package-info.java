/**
 * The audit trail (审计记录): who did what, when, before and after; append-only.
 *
 * <p>Law: 网络安全法 art. 21 (logs kept for at least six months); our own principle that nothing is
 * overwritten. Of personal data only field names and keyed hashes are kept, so that erasure stays
 * possible. Desk: the auditor.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"roles", "refusals", "settings", "pages", "api"})
@NullMarked
package org.gongkai.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
