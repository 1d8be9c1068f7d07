package org.gongkai.platform.search;

import org.junit.jupiter.api.DisplayName;

@DisplayName("After a crash the index agrees with the database again: Lucene")
class LuceneCrashTests extends CrashSuite {
    LuceneCrashTests() {
        super(TestEngine.LUCENE);
    }
}
