package org.gongkai.platform.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * How the index stands, as figures for the operator (索引运行指标): whether it agrees with the database,
 * how many documents wait, and how far a rebuild has come.
 */
@Component
class SearchFigures implements MeterBinder {
    private final SearchIndexer indexer;

    SearchFigures(SearchIndexer indexer) {
        this.indexer = indexer;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("gongkai.search.ready", indexer, it -> it.ready() ? 1 : 0)
                .description("1 when the index was checked and no rebuild is wanted or under way")
                .register(registry);
        Gauge.builder("gongkai.search.waiting", indexer, it -> it.progress().waiting())
                .description("Documents waiting to be indexed")
                .register(registry);
        Gauge.builder("gongkai.search.rebuilt", indexer, it -> it.progress().done())
                .description("Documents taken in by the rebuild under way")
                .register(registry);
    }
}
