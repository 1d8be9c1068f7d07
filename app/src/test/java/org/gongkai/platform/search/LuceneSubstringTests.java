package org.gongkai.platform.search;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Any two characters that stand together find their document: Lucene")
class LuceneSubstringTests extends SubstringSuite {
    LuceneSubstringTests() {
        super(TestEngine.LUCENE);
    }
}
