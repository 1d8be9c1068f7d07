package org.gongkai.testing;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Sets the clock back before each test, so that no test depends on another. The records of the
 * latest publication and of the last leaf of the log go back with it: outside tests a clock that
 * was set back is refused.
 */
class TestClockReset implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext test) {
        var context = SpringExtension.getApplicationContext(test);
        context.getBean(TestClock.class).reset();
        var database = context.getBean(TestDatabase.class);
        JdbcClient.create(database.owner()).sql("DELETE FROM publication_clock").update();
        LogReset.of(database);
    }
}
