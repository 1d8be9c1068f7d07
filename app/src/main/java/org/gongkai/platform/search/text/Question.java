package org.gongkai.platform.search.text;

import java.util.Set;

/**
 * What somebody typed, understood (检索式): what an index is asked.
 *
 * @param sought null never; {@link Sought.Everything} where nothing was typed
 * @param needles what to mark in the hits, bare
 * @param ranked whether hits differ in how well they answer; else the newest come first
 * @param possible false where something was typed and nothing of it can be looked for
 */
public record Question(Sought sought, Set<String> needles, boolean ranked, boolean possible) {
    public Question {
        needles = Set.copyOf(needles);
    }
}
