package org.gongkai.opengov.inspections.draws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.gongkai.platform.draw.DrawVerification;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The computation is held where it reads what nobody else reads, by a lock of the database. */
@DemoAgencyTest
@DisplayName("The computation of a draw (抽取运算): seen while it runs, stopped, begun again")
class DrawRunTests {
    private static final Duration IN_TIME = Duration.ofSeconds(60);

    @LocalServerPort int port;
    @Autowired TestClock clock;
    @Autowired TestDatabase database;

    @Test
    void isSeenAndStoppedAndGivesTheSameAfterwards() throws SQLException {
        var ceremony = DrawCeremony.open(port, clock, 4).announce().freeze().numbers();
        var desk = DeskClient.at(port).signIn("keeper", DemoPeople.PASSWORD);
        var page = "/desk/inspections/draws/" + ceremony.seq();
        var stopped =
                held(
                        ceremony,
                        () -> {
                            var running = ceremony.read();
                            assertThat(running.text("/run/phase")).isEqualTo("read");
                            assertThat(running.text("/state")).isEqualTo("sources-in");
                            // Asked for twice it is computed once.
                            ceremony.step("draw", Map.of()).expect(200);
                            var seen = desk.open(page).expect(200);
                            assertThat(seen.page().select("[role=status]").text()).contains("读取名录");
                            assertThat(seen.page().select("progress")).hasSize(1);
                            assertThat(desk.open(page + "/ceremony").expect(200).text())
                                    .contains("读取名录");
                            ceremony.people()
                                    .as("office")
                                    .post(ceremony.path("stop"), Map.of())
                                    .expect(403);
                            desk.open(page).send(page + "/stop", Map.of()).expect(302);
                            return desk.follow().text();
                        });

        assertThat(stopped).contains("运算已停止");
        var after = ceremony.read();
        assertThat(after.text("/state")).isEqualTo("sources-in");
        assertThat(after.text("/run/state")).isEqualTo("stopped");
        ceremony.step("stop", Map.of()).expect(409);

        ceremony.draw();
        var drawn = ceremony.read();
        assertThat(drawn.text("/run/state")).isEqualTo("done");
        var bundle = ceremony.people().reader().get(ceremony.bundlePath()).expect(200).body();
        assertThat(DrawVerification.of(bundle.getBytes(StandardCharsets.UTF_8)).resultRoot())
                .isEqualTo(drawn.text("/result/root"));
    }

    /** What is done while the computation stands; whoever asked for it is answered afterwards. */
    private String held(DrawCeremony ceremony, Callable<String> meanwhile) throws SQLException {
        CompletableFuture<ApiAnswer> asked;
        String done;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try (var owner = database.owner().getConnection()) {
                owner.setAutoCommit(false);
                owner.createStatement()
                        .execute("LOCK TABLE inspection_draw_secret IN ACCESS EXCLUSIVE MODE");
                asked =
                        CompletableFuture.supplyAsync(
                                () -> ceremony.step("draw", Map.of()), threads);
                await().atMost(IN_TIME)
                        .until(
                                () ->
                                        ceremony.read()
                                                .json()
                                                .at("/run/state")
                                                .asString("")
                                                .equals("running"));
                try {
                    done = meanwhile.call();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                owner.rollback();
            }
        }
        asked.join().expect(200);
        return done;
    }
}
