package org.gongkai.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("An installation as it opens")
class InstallationTests {
    private final DataSource database = TestDatabase.fresh().app();
    private final Clock clock = new TestClock();
    private final List<String> loaded = new ArrayList<>();
    private final List<StartupCheck> checks = new ArrayList<>();
    @TempDir Path home;

    @Test
    void loadsTheDemoAgencyOnceAndInOrder() {
        evaluation().start();
        evaluation().start();

        assertThat(loaded).containsExactly("First", "Second");
    }

    @Test
    void loadsNoDemoAgencyInProduction() {
        production().start();

        assertThat(loaded).isEmpty();
    }

    @Test
    void neverTurnsAnEvaluationIntoProduction() {
        evaluation().start();

        assertThatThrownBy(() -> production().start())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("holds an evaluation and cannot be used for production");
    }

    @Test
    void neverLoadsDemoDataIntoRealWork() {
        production().start();

        assertThatThrownBy(() -> evaluation().start())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("holds real work and cannot be started as an evaluation");
        assertThat(loaded).isEmpty();
    }

    @Test
    void staysClosedWhileACheckFindsAProblem() {
        checks.add(() -> List.of(StartProblem.of("settings.start.port", "x")));
        Installation installation = production();

        assertThatThrownBy(installation::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("\"x\" is not a port number");
        assertThat(installation.isRunning()).isFalse();
    }

    private Installation evaluation() {
        return installation(Map.of("GONGKAI_HOME", home.toString()));
    }

    private Installation production() {
        return installation(Map.of("GONGKAI_HOME", home.toString(), "GONGKAI_PRODUCTION", "true"));
    }

    private Installation installation(Map<String, String> environment) {
        return new Installation(
                SettingsReader.read(environment::get),
                JdbcClient.create(database),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                clock,
                List.of(new Second(loaded), new First(loaded)),
                checks,
                true);
    }

    private record First(List<String> loaded) implements DemoData {
        @Override
        public int order() {
            return 10;
        }

        @Override
        public void load() {
            loaded.add("First");
        }
    }

    private record Second(List<String> loaded) implements DemoData {
        @Override
        public int order() {
            return 20;
        }

        @Override
        public void load() {
            loaded.add("Second");
        }
    }
}
