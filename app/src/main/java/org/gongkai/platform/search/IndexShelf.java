package org.gongkai.platform.search;

/**
 * Where indexes are kept (索引存放处): the one that serves and, during a rebuild, the one that will
 * replace it.
 */
public interface IndexShelf extends AutoCloseable {

    /**
     * Opens what is there. A missing or unreadable index becomes an empty one; one made by another
     * way of reading text goes on serving.
     */
    void open();

    /** The index that serves. */
    SearchIndex current();

    /**
     * Whether the index that serves was never finished, or was made by another way of reading text.
     */
    boolean needsRebuild();

    /** Whether the index that serves holds everything it should, as far as can be known. */
    boolean complete();

    /**
     * Begins an index that will replace the present one; the present one itself when that was never
     * finished.
     */
    SearchIndex beginReplacement();

    /** Makes the replacement durable and lets it serve; the old one is deleted. */
    void finishReplacement();

    /**
     * Reads the whole index that serves against its checksums.
     *
     * @return false if it is damaged
     */
    boolean intact();

    @Override
    void close();
}
