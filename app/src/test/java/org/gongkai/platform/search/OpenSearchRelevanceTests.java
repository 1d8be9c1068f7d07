package org.gongkai.platform.search;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Search finds what a reader means — 《政府信息公开条例》 art. 24: OpenSearch")
class OpenSearchRelevanceTests extends RelevanceSuite {
    OpenSearchRelevanceTests() {
        super(TestEngine.OPENSEARCH);
    }
}
