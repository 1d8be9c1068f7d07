package org.gongkai.opengov.portal;

import org.gongkai.testing.DemoAgencyTest;
import org.junit.jupiter.api.DisplayName;

@DemoAgencyTest
@DisplayName("A reader searches: Lucene")
class LuceneSearchJourneyTests extends SearchSuite {
    @Override
    String word() {
        return "龟兹玉";
    }
}
