package org.gongkai.platform.settings;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The installation as it opens for work (启用): keeps evaluation and real work apart for good, loads
 * the demo agency once, and asks every {@link StartupCheck} before the first request is answered.
 */
@Component
class Installation implements SmartLifecycle {
    private final Settings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final List<DemoData> demoData;
    private final List<StartupCheck> checks;
    private final boolean loadsDemoData;
    private volatile boolean open;

    Installation(
            Settings settings,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            List<DemoData> demoData,
            List<StartupCheck> checks,
            @Value("${gongkai.demo-data:true}") boolean loadsDemoData) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.demoData = demoData.stream().sorted(Comparator.comparingInt(DemoData::order)).toList();
        this.checks = checks;
        this.loadsDemoData = loadsDemoData;
    }

    @Override
    public void start() {
        keepMode();
        if (!settings.production() && loadsDemoData) {
            demoData.forEach(this::loadOnce);
        }
        List<StartProblem> problems =
                checks.stream().flatMap(check -> check.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw new StartRefused(problems);
        }
        open = true;
    }

    /**
     * The first start decides between evaluation and production; the other is refused ever after.
     */
    private void keepMode() {
        String mode = settings.production() ? "PRODUCTION" : "EVALUATION";
        jdbc.sql(
                        """
                        INSERT INTO installation (only_row, mode, opened_at) VALUES (true, ?, ?)
                        ON CONFLICT (only_row) DO NOTHING
                        """)
                .params(mode, now())
                .update();
        String kept = jdbc.sql("SELECT mode FROM installation").query(String.class).single();
        if (!kept.equals(mode)) {
            throw StartRefused.because(
                    settings.production()
                            ? "settings.start.holds-evaluation"
                            : "settings.start.holds-production",
                    settings.home());
        }
    }

    private void loadOnce(DemoData part) {
        transaction.executeWithoutResult(
                status -> {
                    int first =
                            jdbc.sql(
                                            """
                                            INSERT INTO installation_demo_part (name, loaded_at)
                                            VALUES (?, ?) ON CONFLICT (name) DO NOTHING
                                            """)
                                    .params(part.getClass().getSimpleName(), now())
                                    .update();
                    if (first == 1) {
                        part.load();
                    }
                });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** Before the web server, which comes near the end. */
    @Override
    public int getPhase() {
        return 0;
    }
}
