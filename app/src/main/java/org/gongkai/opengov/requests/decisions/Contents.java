package org.gongkai.opengov.requests.decisions;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an answer holds (答复要素).
 *
 * @param must what has to be told
 * @param may what can be told
 * @param proofs what has to lie with it
 */
record Contents(Set<Told> must, Set<Told> may, Set<Proof> proofs) {

    static Contents tells(Told... must) {
        return new Contents(inOrder(must), Set.of(), Set.of());
    }

    Contents may(Told... told) {
        return new Contents(must, inOrder(told), proofs);
    }

    Contents with(Proof... papers) {
        return new Contents(must, may, inOrder(papers));
    }

    @SafeVarargs
    private static <T> Set<T> inOrder(T... items) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(items)));
    }
}
