package org.gongkai.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gongkai.testing.ModuleTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

@ModuleTest
@DisplayName("Search in the running program")
class SearchModuleTests {

    @Autowired private SearchQueue queue;
    @Autowired private Search search;
    @Autowired private SearchAudit audit;

    @Test
    void isToldOfADocumentOnlyInsideATransaction() {
        assertThatThrownBy(() -> queue.enqueue("a"))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> queue.removeNow("a"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void answersAndAgreesWithTheDatabase() {
        assertThat(search.search(SearchQuery.of("龟兹玉藏")).hits()).isEmpty();
        assertThat(audit.compare().agree()).isTrue();
    }
}
