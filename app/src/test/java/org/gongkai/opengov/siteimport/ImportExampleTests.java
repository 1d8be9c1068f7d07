package org.gongkai.opengov.siteimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.settings.Settings;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

/** The example of {@code docs/guides/import.md}, from its check to its old addresses. */
@DemoAgencyTest
@TestPropertySource(properties = "gongkai.test=import-example")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("The import of the guide's example")
class ImportExampleTests {
    private static final Path EXAMPLE = Path.of("../docs/guides/import-example");

    /** Pages that were read before anything was there, and kept. */
    private static final List<String> LISTS =
            List.of("/", "/catalogue", "/sections/water", "/feed.xml", "/rss.xml");

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort int port;
    @Autowired Settings settings;
    @Autowired JdbcClient database;

    private long run;

    @Test
    @Order(1)
    void isCheckedWithoutAnythingBeingKept() throws IOException {
        FileSystemUtils.copyRecursively(EXAMPLE, settings.home().resolve("import/old-site"));
        var files = count("stored_file");

        var checked = finished(start("operator", true));

        assertThat(checked.at("/in").asInt())
                .as(people("office").get("/api/v1/site-imports/1/problems").at("").toString())
                .isEqualTo(4);
        assertThat(checked.at("/held").asInt()).isEqualTo(1);
        assertThat(checked.at("/broken").asInt()).isZero();
        assertThat(count("import_record") + count("old_address")).isZero();
        assertThat(count("stored_file")).isEqualTo(files);
    }

    @Test
    @Order(2)
    void isKeptAsideUntilTwoPeopleApprove() {
        run = start("operator", false);
        var done = finished(run);

        assertThat(done.at("/batch/standing").asString()).isEqualTo("sealed");
        assertThat(count("public_document")).isZero();
        assertThat(at("/xxgk/zdgz/201903/t20190312_001.html").statusCode()).isEqualTo(404);

        step("clerk", "approve", Map.of("digest", digest(), "opinion", "同意")).expect(403);
        step("operator", "approve", Map.of("digest", digest(), "opinion", "同意")).expect(409);
        step("office", "approve", Map.of("digest", digest(), "opinion", "")).expect(422);
        step("office", "approve", Map.of("digest", "0".repeat(64), "opinion", "同意")).expect(409);
        step("office", "approve", Map.of("digest", digest(), "opinion", "同意")).expect(200);
        step("office", "approve", Map.of("digest", digest(), "opinion", "同意")).expect(409);
        assertThat(count("public_document")).isZero();
    }

    /** What the second person looks through before the word is given. */
    @Test
    @Order(3)
    void tellsOfEachRecordHowItBecomesPublic() {
        var desk = DeskClient.at(port).signIn("leader", DemoPeople.PASSWORD);
        long id =
                people("office").get("/api/v1/site-imports").expect(200).at("/items/0/id").asLong();

        var page = desk.open("/desk/site-imports/" + id + "/records").expect(200);

        assertThat(page.page().select("tbody tr").eachText())
                .hasSize(4)
                .filteredOn(it -> it.contains("转为草稿重新审签"))
                .singleElement()
                .asString()
                .contains("信访事项办理情况");
    }

    @Test
    @Order(4)
    void becomesPublicWithItsOldDateAndNumber() {
        LISTS.forEach(this::isKept);
        isKept("/site-map");
        var map = tag("/site-map");
        step("leader", "approve", Map.of("digest", digest(), "opinion", "同意")).expect(200);

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(read(run).at("/batch/standing").asString())
                                        .isEqualTo("taken-in"));

        // One word from the import ends every list at once, and leaves what shows no documents.
        for (var it : LISTS) {
            assertThat(get(it).body()).as(it).contains("2019-00017");
        }
        assertThat(tag("/site-map")).isEqualTo(map);
        var kept = reader().get("/api/v1/public/documents/640100-113/2019-00017").expect(200);
        assertThat(kept.text("/document/publishedAt")).isEqualTo("2019-03-12T09:30:00+08:00");
        assertThat(kept.text("/document/editedAt")).isEqualTo("2019-03-12T09:30:00+08:00");
        assertThat(kept.text("/imported/sourceName")).isEqualTo("银川市生态环境局原网站");
        assertThat(kept.text("/imported/oldIndexNumber")).isEqualTo("640100-113/2019-00017");
        assertThat(kept.text("/fields/documentNumber")).isEqualTo("银环公〔2019〕3号");
        assertThat(kept.at("/attachments").size()).isEqualTo(1);
        assertThat(kept.text("/bodyHtml"))
                .contains("春季水源地巡查", "/files/")
                .doesNotContain("font", "style", "首页");
        // 2019 has a number of its own after the kept one.
        assertThat(
                        reader().get("/api/v1/public/documents/640100-113/2019-00018")
                                .expect(200)
                                .text("/document/title"))
                .isEqualTo("六五环境日主题活动举行");
        assertThat(get("/d/640100-113/2019-00017").body())
                .contains("导入说明", "从银川市生态环境局原网站导入")
                .contains("2019-03-12");
    }

    @Test
    @Order(5)
    void keepsBackWhatHoldsPersonalData() {
        var drafts =
                database.sql(
                                "SELECT id::text FROM document WHERE title = '信访事项办理情况' AND state ="
                                        + " 'DRAFT'")
                        .query(String.class)
                        .list();

        assertThat(drafts).hasSize(1);
        assertThat(DemoPeople.at(port).read(drafts.getFirst()).text("/state")).isEqualTo("draft");
        assertThat(count("public_document")).isEqualTo(3);
        assertThat(at("/xxgk/zdgz/202004/t20200417_004.html").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(6)
    void leadsOnFromItsOldAddresses() {
        var moved = at("/xxgk/zdgz/201903/t20190312_001.html");

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).hasValue("/d/640100-113/2019-00017");

        var id =
                database.sql("SELECT document_id::text FROM index_number WHERE sequence = 17")
                        .query(String.class)
                        .single();
        DemoPeople.at(port)
                .step(
                        "office",
                        id,
                        "withdraw",
                        Map.of("reason", "内容已经过时", "legalBasis", "《政府信息公开条例》第十八条"))
                .expect(200);

        var gone = at("/xxgk/zdgz/201903/t20190312_001.html");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("内容已经过时");
    }

    @Test
    @Order(7)
    void comesInOnceHoweverOftenItIsRun() {
        var again = finished(start("office", false));

        assertThat(again.at("/in").asInt()).isZero();
        assertThat(again.at("/known").asInt()).isEqualTo(4);
        assertThat(count("document")).isEqualTo(4);
    }

    private long start(String who, boolean dryRun) {
        return people(who)
                .post("/api/v1/site-imports", Map.of("folder", "old-site", "dryRun", dryRun))
                .expect(201)
                .at("/id")
                .asLong();
    }

    private tools.jackson.databind.JsonNode finished(long id) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(read(id).at("/state").asString())
                                        .isIn("done", "failed", "cancelled"));
        var done = read(id);
        assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("done");
        return done;
    }

    private tools.jackson.databind.JsonNode read(long id) {
        return people("office").get("/api/v1/site-imports/" + id).expect(200).at("");
    }

    private String digest() {
        return read(run).at("/batch/digest").asString();
    }

    private org.gongkai.testing.ApiAnswer step(String who, String step, Map<String, ?> body) {
        return people(who).post("/api/v1/site-imports/" + run + "/steps/" + step, body);
    }

    private org.gongkai.testing.ApiClient people(String who) {
        return DemoPeople.at(port).as(who);
    }

    private org.gongkai.testing.ApiClient reader() {
        return DemoPeople.at(port).reader();
    }

    private long count(String table) {
        return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private void isKept(String path) {
        assertThat(get(path).body()).as(path).doesNotContain("2019-00017");
        assertThat(tag(path)).as(path).isNotEmpty();
    }

    /** Only a kept page has one. */
    private String tag(String path) {
        return get(path).headers().firstValue("etag").orElseThrow();
    }

    private HttpResponse<String> at(String path) {
        return get(path);
    }

    private HttpResponse<String> get(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
