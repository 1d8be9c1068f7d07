package org.gongkai.platform.search;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Filters, counts, order and pages: OpenSearch")
class OpenSearchFacetTests extends FacetSuite {
    OpenSearchFacetTests() {
        super(TestEngine.OPENSEARCH);
    }
}
