package org.gongkai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.gongkai.testing.ModuleTest;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@DisplayName("The program in its database")
class DatabaseModuleTests {
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Test
    void entersAsItsOwnRole() {
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single())
                .isEqualTo("gongkai_app");
    }

    @Test
    void hasNoRightThatNoMigrationGrants() {
        assertThatThrownBy(() -> jdbc.sql("UPDATE installation SET mode = 'PRODUCTION'").update())
                .hasStackTraceContaining("permission denied for table installation");
        assertThatThrownBy(() -> jdbc.sql("CREATE TABLE mine (x int)").update())
                .hasStackTraceContaining("permission denied for schema public");
        assertThatThrownBy(() -> jdbc.sql("CREATE TEMP TABLE mine (x int)").update())
                .hasStackTraceContaining("permission denied to create temporary tables");
        assertThatThrownBy(
                        () ->
                                jdbc.sql("SELECT * FROM flyway_history_settings")
                                        .query()
                                        .listOfRows())
                .hasStackTraceContaining("permission denied for table flyway_history_settings");
    }

    @Test
    void standsAtTheWorkPlansDay() {
        assertThat(clock).isInstanceOf(TestClock.class);
        assertThat(clock.instant()).isEqualTo("2021-07-30T01:00:00Z");
        assertThat(clock.getZone().getId()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void isOnePerCall() {
        var one = JdbcClient.create(TestDatabase.fresh().owner());
        var other = JdbcClient.create(TestDatabase.fresh().owner());

        one.sql("INSERT INTO installation (mode, opened_at) VALUES ('PRODUCTION', now())").update();

        assertThat(other.sql("SELECT count(*) FROM installation").query(Integer.class).single())
                .isZero();
    }
}
