package org.gongkai.platform.search.lucene;

import org.apache.lucene.index.QueryTimeout;

/** How long one search may take (检索时限): then what was found so far is the answer. */
final class TimeLimit implements QueryTimeout {

    private static final long NANOSECONDS = 2_000_000_000L;

    private final long started = System.nanoTime();

    @Override
    public boolean shouldExit() {
        return System.nanoTime() - started > NANOSECONDS;
    }
}
