package org.gongkai.platform.search;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Search finds what a reader means — 《政府信息公开条例》 art. 24: Lucene")
class LuceneRelevanceTests extends RelevanceSuite {
    LuceneRelevanceTests() {
        super(TestEngine.LUCENE);
    }
}
