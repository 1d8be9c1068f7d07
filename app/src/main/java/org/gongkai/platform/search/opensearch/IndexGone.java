package org.gongkai.platform.search.opensearch;

/**
 * The index asked is not there (any more) (索引不存在): another one took its place, or it was deleted.
 */
final class IndexGone extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    IndexGone(String path) {
        super("The search server knows nothing of " + path);
    }
}
