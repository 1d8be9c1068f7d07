package org.gongkai.platform.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All registers that publish, asked as one (检索来源汇总). */
@Component
class Sources implements SearchableDocuments {

    private final ObjectProvider<SearchableDocuments> registers;

    Sources(ObjectProvider<SearchableDocuments> registers) {
        this.registers = registers;
    }

    private List<SearchableDocuments> all() {
        return registers.stream().filter(it -> it != this).toList();
    }

    @Override
    public Optional<SearchableDocument> find(String id) {
        return all().stream().flatMap(it -> it.find(id).stream()).findFirst();
    }

    @Override
    public Map<String, SearchableDocument> findAll(Collection<String> ids) {
        var found = new HashMap<String, SearchableDocument>();
        all().forEach(it -> found.putAll(it.findAll(ids)));
        return found;
    }

    @Override
    public Stream<String> allIds() {
        return all().stream().flatMap(SearchableDocuments::allIds);
    }

    @Override
    public Set<String> publicAmong(Collection<String> ids) {
        Set<String> found = new HashSet<>();
        all().forEach(it -> found.addAll(it.publicAmong(ids)));
        return found;
    }
}
