package org.gongkai.platform.search;

import org.junit.jupiter.api.DisplayName;

@DisplayName("After a crash the index agrees with the database again: OpenSearch")
class OpenSearchCrashTests extends CrashSuite {
    OpenSearchCrashTests() {
        super(TestEngine.OPENSEARCH);
    }
}
