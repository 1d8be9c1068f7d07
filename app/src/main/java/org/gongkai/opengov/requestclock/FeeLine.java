package org.gongkai.opengov.requestclock;

/** A line of a fee (收费明细): the pieces or pages from one to another, at one price, in yuan. */
public record FeeLine(int from, int to, int unitPrice) {

    /** What this line costs, in yuan. */
    public long amount() {
        return (long) unitPrice * (to - from + 1);
    }
}
