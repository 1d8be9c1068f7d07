package org.gongkai.testing.structure;

import org.springframework.util.StringUtils;

/** Breaks the rule that a rule of law knows no framework, so that the rule is seen to fail. */
public record RuleThatKnowsSpring(String text) {
    boolean isGiven() {
        return StringUtils.hasText(text);
    }
}
