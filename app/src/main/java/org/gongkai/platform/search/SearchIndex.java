package org.gongkai.platform.search;

import java.util.stream.Stream;
import org.gongkai.platform.search.text.Question;

/**
 * One index of searchable documents (索引): the port behind which the engine stands.
 *
 * <p>What is put or removed is found, or no longer found, after {@link #makeVisible()}, and
 * survives a crash after {@link #makeDurable()}. Failures of the engine are {@link
 * java.io.UncheckedIOException}s, {@link SearchUnavailable} where it is only away for the moment;
 * an index that another took the place of answers with {@link IllegalStateException}.
 */
public interface SearchIndex {

    /** Adds the document or replaces the one with its id. */
    void put(SearchableDocument document);

    /** Takes the document out, if it is there. */
    void remove(String id);

    /** Lets searches from now on see what was put and removed. */
    void makeVisible();

    /** Writes what was put and removed to disk, so that no crash undoes it. */
    void makeDurable();

    /**
     * Leaves nothing on disk of what was removed (清除): for spilled content only, it may take long.
     */
    void expunge();

    /**
     * Finds; hits that {@code gate} does not let through are neither shown nor counted.
     *
     * @param question what the text of the query asks for; the text itself is not read again
     */
    SearchResults search(Question question, SearchQuery query, VisibilityGate gate);

    /** How the visible index differs from the ids that should be in it. */
    IndexDifference compare(Stream<String> publicIds);

    /** How many documents are visible. */
    long size();
}
