package org.gongkai.platform.search.text;

import java.util.List;

/**
 * What somebody typed, understood (检索式): everything wanted, nothing excluded.
 *
 * @param required each must be in the document
 * @param excluded bare texts, none of which may be in it
 */
public record Wanted(List<Part> required, List<String> excluded) {

    /**
     * One thing that must be there.
     *
     * @param folded as typed, folded
     * @param bare the same without punctuation
     * @param exact whether it stood in quotes
     */
    public record Part(String folded, String bare, boolean exact) {}

    public Wanted {
        required = List.copyOf(required);
        excluded = List.copyOf(excluded);
    }

    /** Whether nothing can be looked for. */
    public boolean nothing() {
        return required.isEmpty() && excluded.isEmpty();
    }
}
