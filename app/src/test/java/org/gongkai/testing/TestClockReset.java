package org.gongkai.testing;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Sets the clock back before each test, so that no test depends on another. The record of the
 * latest publication goes back with it: outside tests a clock that was set back is refused.
 */
class TestClockReset implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext test) {
        var context = SpringExtension.getApplicationContext(test);
        context.getBean(TestClock.class).reset();
        JdbcClient.create(context.getBean(TestDatabase.class).owner())
                .sql("DELETE FROM publication_clock")
                .update();
    }
}
