package org.gongkai.platform.search;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Filters, counts, order and pages: Lucene")
class LuceneFacetTests extends FacetSuite {
    LuceneFacetTests() {
        super(TestEngine.LUCENE);
    }
}
