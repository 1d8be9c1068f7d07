package org.gongkai.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.search.opensearch.OpenSearchSettings;
import org.gongkai.platform.search.opensearch.OpenSearchShelf;
import org.gongkai.testing.SearchServer;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("While the search server is away nothing is lost")
class SearchServerAwayTests {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @TempDir Path folder;
    private TestDatabase database;

    @BeforeEach
    void prepare() {
        database = TestDatabase.fresh();
        World.prepare(database);
    }

    @Test
    void saysSoAndCatchesUpWhenItIsBack() throws Exception {
        try (var server = SearchServer.own();
                var world = worldOn(server.url())) {
            world.indexer.start();
            assertThat(Eventually.within(LONG_ENOUGH, world.indexer::ready)).isTrue();
            world.publish("before", "断线之前", "正文");
            world.publish("withdrawn", "断线撤下", "正文");
            world.indexer.catchUp();

            server.kill();
            world.publish("during", "断线之中", "正文");
            world.withdraw("withdrawn");

            assertThatThrownBy(() -> world.ids("断线")).isInstanceOf(Refusal.class);
            assertThat(world.indexer.progress().waiting()).isEqualTo(2);

            server.start();

            assertThat(Eventually.within(LONG_ENOUGH, () -> caughtUp(world))).isTrue();
            assertThat(world.ids("断线")).containsExactlyInAnyOrder("before", "during");
            assertThat(world.audit.compare().agree()).isTrue();
        }
    }

    private static boolean caughtUp(World world) {
        return world.indexer.ready() && world.indexer.progress().waiting() == 0;
    }

    @Test
    void keepsNobodyFromStarting() throws Exception {
        String nobody;
        try (var server = SearchServer.own()) {
            nobody = server.url();
        }
        try (var world = worldOn(nobody)) {
            world.indexer.start();
            world.publish("a", "照常公开", "正文");

            assertThatThrownBy(() -> world.ids("照常")).isInstanceOf(Refusal.class);
            assertThat(world.indexer.ready()).isFalse();
            assertThat(world.indexer.progress().waiting()).isEqualTo(1);
        }
    }

    @Test
    void makesAnIndexAnewThatWasDeletedThere() throws Exception {
        var server = SearchServer.shared();
        try (var world = worldOn(server.url())) {
            world.indexer.start();
            assertThat(Eventually.within(LONG_ENOUGH, world.indexer::ready)).isTrue();
            world.publish("a", "误删索引", "正文");
            world.indexer.catchUp();

            server.call("DELETE", "/" + TestEngine.index(folder) + "-1", "");

            assertThat(Eventually.within(LONG_ENOUGH, () -> found(world, "误删索引"))).isTrue();
            assertThat(world.audit.compare().agree()).isTrue();
        }
    }

    private static boolean found(World world, String text) {
        try {
            return !world.ids(text).isEmpty();
        } catch (Refusal notYet) {
            return false;
        }
    }

    @Test
    void leavesNothingOfAPurgedDocumentInTheFiles() throws Exception {
        var server = SearchServer.shared();
        try (var world = worldOn(server.url())) {
            world.indexer.start();
            assertThat(Eventually.within(LONG_ENOUGH, world.indexer::ready)).isTrue();
            for (int i = 0; i < 50; i++) {
                world.publish("d" + i, "公告" + i, "正文" + i);
            }
            world.indexer.catchUp();

            world.indexer.expungeAtOnce("d7");

            String stats =
                    server.call("GET", "/" + TestEngine.index(folder) + "/_stats/docs", "").body();
            assertThat(stats).contains("\"count\":49,\"deleted\":0");
        }
    }

    @Test
    void asksWithUserAndPasswordAndTakesNoForOnlyAway() throws Exception {
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        var refusing =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext(
                "/",
                call -> {
                    said.add(call.getRequestHeaders().getFirst("Authorization"));
                    byte[] no = "no".getBytes(StandardCharsets.UTF_8);
                    call.sendResponseHeaders(401, no.length);
                    call.getResponseBody().write(no);
                    call.close();
                });
        refusing.start();
        try {
            var shelf =
                    new OpenSearchShelf(
                            OpenSearchSettings.read(
                                            Map.of(
                                                            "GONGKAI_SEARCH_URL",
                                                            "http://127.0.0.1:"
                                                                    + refusing.getAddress()
                                                                            .getPort(),
                                                            "GONGKAI_SEARCH_USER",
                                                            "gongkai",
                                                            "GONGKAI_SEARCH_PASSWORD",
                                                            "密码")
                                                    ::get)
                                    .orElseThrow());

            assertThatThrownBy(shelf::open)
                    .isInstanceOf(SearchUnavailable.class)
                    .hasMessageContaining("401");
            assertThat(said).containsOnly("Basic Z29uZ2thaTrlr4bnoIE=");
        } finally {
            refusing.stop(0);
        }
    }

    private World worldOn(String url) throws IOException {
        return World.on(database, TestEngine.OPENSEARCH.shelf(folder, url));
    }
}
