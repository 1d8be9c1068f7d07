package org.gongkai.platform.search;

import org.junit.jupiter.api.DisplayName;

@DisplayName("The index follows the register: Lucene")
class LuceneSearchQueueTests extends SearchQueueSuite {
    LuceneSearchQueueTests() {
        super(TestEngine.LUCENE);
    }
}
