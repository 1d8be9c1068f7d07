/**
 * The verifiable draw (可验证随机抽取), {@code vdraw/1}: from frozen directories, announced sources of
 * randomness and, where the list stays secret until the visits, a committed secret, to the entities
 * drawn and the teams of officers that visit them. Whoever has the same bundle computes the same.
 *
 * <p>Law: 《优化营商环境条例》 art. 54 (random choice of the inspected and of the officers), 《行政处罚法》 (2021)
 * arts. 42 and 43 (at least two officers, recusal). Byte-exact specification:
 * docs/design/verifiable-draw.md. Pure functions: no database, no clock, nothing to keep. Desk:
 * none of its own; inspections draw with it, and everybody checks with it.
 */
@ApplicationModule(
        displayName = "Verifiable draw",
        allowedDependencies = {"commitments", "refusals", "api", "pages"})
@NullMarked
package org.gongkai.platform.draw;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
