package org.gongkai.platform.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where search gets its documents from (检索来源): implemented by each register that publishes.
 *
 * <p>All three answers come from the one visibility gate. Ids are unique over all sources.
 */
public interface SearchableDocuments {

    /**
     * The document as it is public now; empty when it is not public, and it then leaves the index.
     */
    Optional<SearchableDocument> find(String id);

    /** The same for many at once, by id; answer it by few queries, a rebuild asks nothing else. */
    default Map<String, SearchableDocument> findAll(Collection<String> ids) {
        var found = new HashMap<String, SearchableDocument>();
        ids.forEach(id -> find(id).ifPresent(it -> found.put(id, it)));
        return found;
    }

    /** The ids of everything that is public now. */
    Stream<String> allIds();

    /**
     * Which of these are public at this moment; asked for every page of hits, before anything of
     * them is shown. Answer it by one query.
     */
    default Set<String> publicAmong(Collection<String> ids) {
        return ids.stream().filter(id -> find(id).isPresent()).collect(Collectors.toSet());
    }
}
