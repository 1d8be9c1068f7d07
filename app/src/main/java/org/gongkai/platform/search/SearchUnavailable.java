package org.gongkai.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The search engine does not answer for the moment (检索暂不可用): nothing is lost, what waits in the
 * queue is indexed when it answers again.
 */
public final class SearchUnavailable extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    /** For this reason, which is for the log and not for readers. */
    public SearchUnavailable(String reason, IOException cause) {
        super(reason, cause);
    }

    /** For this reason, which is for the log and not for readers. */
    public SearchUnavailable(String reason) {
        this(reason, new IOException(reason));
    }
}
