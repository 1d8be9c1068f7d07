package org.gongkai.platform.textcheck.wording;

import java.util.List;

/**
 * A line of the lists (词条).
 *
 * @param kind what it says
 * @param subject the wrong word, the name, or the contact
 * @param right the right word or the title; empty for a contact
 * @param exceptions longer words in which the wrong one is right (按装 in 按装配)
 */
public record WordingRule(RuleKind kind, String subject, String right, List<String> exceptions) {
    public WordingRule {
        exceptions = List.copyOf(exceptions);
    }
}
