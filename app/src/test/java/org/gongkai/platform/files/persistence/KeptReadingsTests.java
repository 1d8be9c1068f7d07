package org.gongkai.platform.files.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gongkai.platform.files.FileReading;
import org.gongkai.platform.files.FileReading.Outcome;
import org.gongkai.platform.files.reading.PageReading;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DemoAgencyTest
@DisplayName("What was read of a file is kept (附件阅读结果), whoever asks")
class KeptReadingsTests {
    private static final int MAKER = 1;
    private static final FileReading NOTHING = new FileReading(Outcome.NO_TEXT, 0);
    private static final PageReading.Made MADE =
            new PageReading.Made(Outcome.NO_TEXT, List.of(), List.of());

    @LocalServerPort int port;
    @Autowired KeptReadings kept;
    @Autowired PlatformTransactionManager transactions;
    @Autowired DataSource source;
    @Autowired Clock clock;

    private String sha256;

    @BeforeEach
    void storeAFile() {
        var bytes = ("只读时读取" + System.nanoTime()).getBytes(StandardCharsets.UTF_8);
        sha256 =
                DemoPeople.at(port)
                        .as("clerk")
                        .upload("/api/v1/files", "只读.txt", bytes, Map.of())
                        .expect(201)
                        .text("/sha256");
    }

    @Test
    void evenWhereTheAskerIsInATransactionThatOnlyReads() {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);

        reading.executeWithoutResult(asked -> keep(kept));

        assertThat(kept.find(sha256, MAKER)).contains(NOTHING);
    }

    /** As an export connects. */
    @Test
    void evenWhereTheWholeConnectionOnlyReads() throws SQLException {
        var pool = source.unwrap(HikariDataSource.class);
        var only = "options=-c%20default_transaction_read_only%3Don";
        var reading =
                new DriverManagerDataSource(
                        pool.getJdbcUrl() + (pool.getJdbcUrl().contains("?") ? "&" : "?") + only,
                        pool.getUsername(),
                        pool.getPassword());
        var alone = new KeptReadings(JdbcClient.create(reading));

        new TransactionTemplate(new JdbcTransactionManager(reading))
                .executeWithoutResult(asked -> keep(alone));

        assertThat(kept.find(sha256, MAKER)).contains(NOTHING);
    }

    private void keep(KeptReadings readings) {
        readings.keep(sha256, MAKER, NOTHING, MADE, clock.instant());
    }
}
