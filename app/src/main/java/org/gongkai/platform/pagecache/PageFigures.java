package org.gongkai.platform.pagecache;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How kept pages do, as figures for the operator (页面缓存指标). */
@Component
class PageFigures implements MeterBinder {
    private final KeptPages pages;

    PageFigures(KeptPages pages) {
        this.pages = pages;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("gongkai.pages.hits", pages, it -> it.figures().hits())
                .description("Public pages answered from memory")
                .register(registry);
        FunctionCounter.builder("gongkai.pages.bridged", pages, it -> it.figures().bridged())
                .description("Of these, by the previous page while the new one was being made")
                .register(registry);
        FunctionCounter.builder("gongkai.pages.misses", pages, it -> it.figures().misses())
                .description("Public pages that had to be made")
                .register(registry);
        FunctionCounter.builder("gongkai.pages.evictions", pages, it -> it.figures().evictions())
                .description("Pages forgotten because something they were made from changed")
                .register(registry);
        Gauge.builder("gongkai.pages.kept", pages, it -> it.figures().pages())
                .description("Pages in memory")
                .register(registry);
        Gauge.builder("gongkai.pages.bytes", pages, it -> it.figures().bytes())
                .baseUnit("bytes")
                .description("Memory that they take")
                .register(registry);
    }
}
