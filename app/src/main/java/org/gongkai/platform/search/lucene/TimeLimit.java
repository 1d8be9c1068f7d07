package org.gongkai.platform.search.lucene;

import org.apache.lucene.index.QueryTimeout;

/** How long one search may take (检索时限): then what was found so far is the answer. */
final class TimeLimit implements QueryTimeout {

    private static final long NANOSECONDS = 2_000_000_000L;

    private final long started = System.nanoTime();
    private volatile boolean passed;

    @Override
    public boolean shouldExit() {
        if (System.nanoTime() - started > NANOSECONDS) {
            passed = true;
        }
        return passed;
    }

    /** Whether anything ended early because of it. */
    boolean passed() {
        return passed;
    }
}
