package org.gongkai.opengov.portal;

import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.SearchServer;
import org.junit.jupiter.api.DisplayName;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DemoAgencyTest
@DirtiesContext
@DisplayName("A reader searches: OpenSearch")
class OpenSearchSearchJourneyTests extends SearchSuite {

    @DynamicPropertySource
    static void searchServer(DynamicPropertyRegistry properties) {
        properties.add("GONGKAI_SEARCH_URL", () -> SearchServer.shared().url());
        properties.add("GONGKAI_SEARCH_INDEX", () -> "journey");
    }

    @Override
    String word() {
        return "鄯善玉";
    }
}
