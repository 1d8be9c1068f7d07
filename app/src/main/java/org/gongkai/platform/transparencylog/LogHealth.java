package org.gongkai.platform.transparencylog;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the log is signed (日志运行状态), beside the health of the program. A frozen log is down: the
 * pages are answered, but nothing that happens now can be proven.
 */
@Component("transparencyLogHealthIndicator")
class LogHealth implements HealthIndicator {
    private final LogFaults faults;

    LogHealth(LogFaults faults) {
        this.faults = faults;
    }

    @Override
    public Health health() {
        return faults.open()
                .map(
                        it ->
                                Health.down()
                                        .withDetail("what", it.what())
                                        .withDetail("place", it.place())
                                        .build())
                .orElseGet(() -> Health.up().build());
    }
}
