package org.gongkai.opengov.requests.figures;

import java.util.List;

/**
 * An identity that does not hold at one place (勾稽不符).
 *
 * @param place the column, row or block, in the official words
 * @param left what stands on its left side
 * @param right what stands on its right side
 * @param cases the cases that are counted unevenly; none where only numbers are known
 */
public record BrokenIdentity(
        Identity identity, String place, long left, long right, List<String> cases) {

    public BrokenIdentity {
        cases = List.copyOf(cases);
    }
}
