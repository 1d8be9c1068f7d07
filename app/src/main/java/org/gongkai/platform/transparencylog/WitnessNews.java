package org.gongkai.platform.transparencylog;

import org.gongkai.platform.pagecache.PageChanges;
import org.springframework.stereotype.Component;

/** Who hears that what counts as witnessed may be something else now (见证变动). */
@FunctionalInterface
interface WitnessNews {

    /** Within the transaction that changes it. */
    void tell();

    /** The pages that are kept: none goes on to say that nobody has seen it. */
    @Component
    final class ToPages implements WitnessNews {
        private final PageChanges pages;

        ToPages(PageChanges pages) {
            this.pages = pages;
        }

        @Override
        public void tell() {
            pages.tell(LogReading.WITNESSED);
        }
    }
}
