package org.gongkai.platform.search;

import org.junit.jupiter.api.DisplayName;

@DisplayName("The index follows the register: OpenSearch")
class OpenSearchSearchQueueTests extends SearchQueueSuite {
    OpenSearchSearchQueueTests() {
        super(TestEngine.OPENSEARCH);
    }
}
