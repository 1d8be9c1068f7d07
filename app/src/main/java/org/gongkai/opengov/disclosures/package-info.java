/**
 * Proactive disclosure (主动公开): from a section's draft through review to the public edition, and
 * what becomes of it: corrections, withdrawal, restoration, purge.
 *
 * <p>Law: 《政府信息公开条例》 ch. 3; 保守国家秘密法 art. 35; work plan parts 二 and 五.3 (谁制定、谁公开、先审查、后发布、谁发布、谁负责).
 * Desk: sections draft, reviewers sign, the disclosure office publishes.
 */
@ApplicationModule(displayName = "Disclosures")
@NullMarked
package org.gongkai.opengov.disclosures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
