package org.gongkai.opengov.pushing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.gongkai.opengov.pushing.PushSettings.Destination;
import org.gongkai.platform.files.FileStore;
import org.gongkai.testing.DemoPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The platform by files — 文件摆渡")
class FileDropTests extends PushingTest {
    private static final String SECRET = "摆渡密钥";

    @Autowired Outbox outbox;
    @Autowired Pushes pushes;
    @Autowired PushMessages messages;
    @Autowired FileStore files;
    @Autowired JsonMapper json;

    @TempDir Path folder;

    private FileDrop drop;
    private PushWorker ferry;

    @BeforeEach
    void byFiles() {
        var destination = new Destination.Folder(folder, Optional.of(SECRET));
        drop = new FileDrop(destination, files, json);
        ferry =
                new PushWorker(
                        outbox,
                        pushes,
                        messages,
                        drop,
                        new PushSettings(destination, "https://sthjj.example.gov.cn", 3),
                        false);
    }

    @Test
    void getsEachDocumentAsOneWholePackage() throws IOException {
        var kept =
                people.as("clerk")
                        .upload(
                                "/api/v1/files",
                                "附件.txt",
                                "摆渡的附件".getBytes(StandardCharsets.UTF_8),
                                Map.of())
                        .expect(201);
        var draft = new HashMap<>(DemoPeople.notice("摆渡的公告", "<p>正文。</p>"));
        draft.put("attachments", List.of(Map.of("sha256", kept.text("/sha256"), "name", "附件.txt")));
        var id = people.published(draft);

        assertThat(ferry.turn()).isTrue();

        assertThat(names("out")).containsExactly(id + "-000001-publish.zip");
        var parts = unpacked(id + "-000001-publish.zip");
        assertThat(parts.keySet())
                .containsExactly(
                        "manifest.json",
                        "manifest.hmac",
                        "message.json",
                        "files/" + kept.text("/sha256"));
        assertThat(parts.get("files/" + kept.text("/sha256")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("摆渡的附件");
        var manifest = json.readTree(parts.get("manifest.json"));
        assertThat(manifest.at("/files").size()).isEqualTo(2);
        manifest.at("/files")
                .forEach(
                        it -> {
                            var part = parts.get(it.at("/path").asString());
                            assertThat(it.at("/sha256").asString())
                                    .isEqualTo(PushSignature.sha256(part));
                            assertThat(it.at("/size").asInt()).isEqualTo(part.length);
                        });
        assertThat(parts.get("manifest.hmac"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo(
                        PushSignature.of(
                                SECRET, "", id + ".1.publish.1", parts.get("manifest.json")));
        assertThat(json.readTree(parts.get("message.json")).at("/content/title").asString())
                .isEqualTo("摆渡的公告");
        assertThat(newest(id).at("/state").asString()).isEqualTo("handed-over");
    }

    @Test
    void answersWithAReceiptInAFile() throws IOException {
        var id = published("等回执的公告");
        ferry.turn();
        receipt(
                "r1.json",
                """
                {"idempotencyKey":"%s.1.publish.1","receipt":"F-1","externalIndexNumber":"YC-9",
                 "receivedAt":"2021-07-30T11:00:00+08:00"}
                """
                        .formatted(id));

        ferry.fetchReceipts();

        assertThat(newest(id).at("/state").asString()).isEqualTo("received");
        assertThat(newest(id).at("/externalIndexNumber").asString()).isEqualTo("YC-9");
        assertThat(names("receipts")).containsExactly("taken");
        assertThat(names("receipts/taken")).containsExactly("r1.json");
    }

    @Test
    void mayRefuseInAFile() throws IOException {
        var id = published("被退回的公告");
        ferry.turn();
        receipt(
                "r2.json",
                "{\"idempotencyKey\":\"%s.1.publish.1\",\"refused\":{\"message\":\"附件打不开\"}}"
                        .formatted(id));

        ferry.fetchReceipts();

        var dead = newest(id);
        assertThat(dead.at("/state").asString()).isEqualTo("dead");
        assertThat(
                        people.as("office")
                                .get("/api/v1/pushes/" + dead.at("/id").asLong())
                                .text("/attemptsMade/0/detail"))
                .isEqualTo("附件打不开");
    }

    @Test
    void isNotMisledByGarbage() throws IOException {
        var id = published("有垃圾回执的公告");
        ferry.turn();
        receipt("a.json", "乱码");
        receipt("b.json", "{\"idempotencyKey\":\"" + id + ".1.publish.1\"}");
        receipt(
                "c.json",
                "{\"idempotencyKey\":\"%s.9.publish.9\",\"receipt\":\"F\",\"externalIndexNumber\":\"Y\",\"receivedAt\":\"2021-07-30T11:00:00+08:00\"}"
                        .formatted(id));
        receipt("d.json", "x".repeat(100_000));
        receipt(".e.json", "{还没写完");
        receipt("readme.txt", "不是回执");

        ferry.fetchReceipts();

        assertThat(newest(id).at("/state").asString()).isEqualTo("handed-over");
        assertThat(names("receipts/unreadable"))
                .containsExactly("a.json", "b.json", "c.json", "d.json");
        assertThat(names("receipts")).containsExactly(".e.json", "readme.txt", "unreadable");
    }

    @Test
    void losesWhatIsNotPublicAnyMoreBeforeAnybodyFetchedIt() throws IOException {
        var id = published("已放入摆渡目录的公告");
        ferry.turn();
        withdraw(id);

        ferry.turn();

        assertThat(names("out")).containsExactly(id + "-000002-withdraw.zip");
        assertThat(unpacked(id + "-000002-withdraw.zip").get("message.json"))
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("已放入摆渡目录")
                .contains("含有个人信息");
    }

    @Test
    void showsNoHalfPackages() throws IOException {
        var id = published("写到一半的公告");
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(
                folder.resolve("out/.unfinished-" + id + "-000001-publish.zip"), "断电前的半个包");

        ferry.turn();

        assertThat(names("out")).containsExactly(id + "-000001-publish.zip");
        assertThat(unpacked(id + "-000001-publish.zip")).containsKey("message.json");
    }

    @Test
    void isTriedAgainWhenTheFolderIsGone() throws IOException {
        Files.writeString(folder.resolve("out"), "这里不是目录");
        var id = published("目录不可用时的公告");

        ferry.turn();

        assertThat(newest(id).at("/state").asString()).isEqualTo("waiting");
        Files.delete(folder.resolve("out"));
        clock.advance(Duration.ofMinutes(1));
        ferry.turn();
        assertThat(newest(id).at("/state").asString()).isEqualTo("handed-over");
    }

    @Test
    void isShownToTheOfficeWhenNoReceiptComesInADay() {
        var id = published("久无回执的公告");
        ferry.turn();
        var number = people.read(id).text("/indexNumber");
        var agency = pushes.named(id + ".1.publish.1").orElseThrow().agency();

        assertThat(pushes.troubled(agency, 200)).noneMatch(it -> it.indexNumber().equals(number));
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(pushes.troubled(agency, 200)).anyMatch(it -> it.indexNumber().equals(number));
    }

    private void receipt(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("receipts"));
        Files.writeString(folder.resolve("receipts").resolve(name), text);
    }

    private List<String> names(String below) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(below))) {
            return all.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    private Map<String, byte[]> unpacked(String name) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(folder.resolve("out").resolve(name).toFile())) {
            for (var entry : zip.stream().toList()) {
                var bytes = new ByteArrayOutputStream();
                zip.getInputStream(entry).transferTo(bytes);
                parts.put(entry.getName(), bytes.toByteArray());
            }
        }
        return parts;
    }
}
