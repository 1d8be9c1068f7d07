package org.gongkai.opengov.disclosures;

import java.util.List;
import java.util.Set;

/**
 * The levels that a document has to pass (审签流程), in order.
 *
 * <p>Configurable per agency and kind, never fewer than section head, secrecy reviewer and deputy
 * leader in this order (保守国家秘密法 art. 35; 《政府信息公开条例》 art. 17; work plan 五.3). The emergency path
 * shortens waiting, not levels.
 */
public record ReviewRoute(List<ReviewLevel> levels) {
    private static final List<ReviewLevel> LEAST =
            List.of(
                    ReviewLevel.SECTION_HEAD,
                    ReviewLevel.SECRECY_REVIEWER,
                    ReviewLevel.DEPUTY_LEADER);

    public ReviewRoute {
        levels = List.copyOf(levels);
        if (!levels.stream().filter(LEAST::contains).toList().equals(LEAST)) {
            throw new IllegalArgumentException(
                    "A route has at least section head, secrecy reviewer and deputy leader, in this"
                            + " order, not "
                            + levels);
        }
        if (Set.copyOf(levels).size() != levels.size()) {
            throw new IllegalArgumentException("A level stands twice in " + levels);
        }
    }

    /** The three levels that the law needs. */
    public static ReviewRoute least() {
        return new ReviewRoute(LEAST);
    }
}
