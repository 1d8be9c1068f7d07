package org.gongkai.platform.pagecache;

import java.util.List;
import org.gongkai.platform.settings.StartProblem;
import org.gongkai.platform.settings.StartRefused;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * How much memory kept pages may take (页面缓存容量): {@code GONGKAI_PAGE_MEMORY} in MiB, 64 if not said
 * otherwise, which holds about 5,000 pages; 0 keeps nothing.
 */
@Component
class PageMemory {
    private static final String NAME = "GONGKAI_PAGE_MEMORY";
    private static final int USUAL = 64;
    private static final int MOST = 4_096;

    private final long bytes;

    PageMemory(Environment environment) {
        this.bytes = read(environment.getProperty(NAME, "").strip()) * 1_048_576L;
    }

    long bytes() {
        return bytes;
    }

    private static int read(String given) {
        if (given.isEmpty()) {
            return USUAL;
        }
        if (!given.matches("\\d{1,4}") || Integer.parseInt(given) > MOST) {
            throw new StartRefused(List.of(StartProblem.of("pagecache.start.memory", given, MOST)));
        }
        return Integer.parseInt(given);
    }
}
