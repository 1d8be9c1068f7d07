package org.gongkai.platform.search;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Any two characters that stand together find their document: OpenSearch")
class OpenSearchSubstringTests extends SubstringSuite {
    OpenSearchSubstringTests() {
        super(TestEngine.OPENSEARCH);
    }
}
