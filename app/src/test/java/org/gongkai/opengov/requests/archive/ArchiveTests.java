package org.gongkai.opengov.requests.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkai.opengov.requests.RequestSamples;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.files.ImageSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@DemoAgencyTest
@DisplayName("A case file for the archive (归档) — 《政府信息公开条例》 art. 45")
class ArchiveTests {
    private static final String NAME = "诸葛青云";
    private static final String WORD = "库房三号柜-一二三四五六七八";

    @LocalServerPort int port;
    @Autowired ArchiveDesk archive;
    @Autowired Organization organization;
    @Autowired JdbcClient database;
    @Autowired JsonMapper json;

    private DemoPeople people;

    @BeforeEach
    void start() {
        people = DemoPeople.at(port);
    }

    @Test
    void holdsEveryPartInItsOrderAndEveryHashIsRight() throws Exception {
        var id = aWithdrawnRequest();

        var made = archive.export(office(), id, new ArchiveEntry("left-out", null, null));

        var files = unzipped(made.zip());
        assertThat(files.keySet())
                .containsExactly(
                        "case.pdf",
                        "parts/00-index.pdf",
                        "parts/01-request.pdf",
                        "parts/02-receipt.pdf",
                        "parts/03-events.pdf",
                        "parts/03-events/events.json",
                        "parts/04-evidence.pdf",
                        "manifest.json",
                        "SHA256SUMS");
        var manifest = json.readTree(files.get("manifest.json"));
        var listed = manifest.get("files");
        assertThat(listed.size()).isEqualTo(files.size() - 2);
        for (var it : listed) {
            var content = files.get(it.get("file").asString());
            assertThat(sha256(content)).isEqualTo(it.get("sha256").asString());
            assertThat((long) content.length).isEqualTo(it.get("bytes").asLong());
        }
        assertThat(sha256(files.get("manifest.json"))).isEqualTo(made.manifestSha256());
        assertThat(new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8).lines())
                .hasSize(files.size() - 1)
                .allSatisfy(
                        it ->
                                assertThat(sha256(files.get(it.substring(66))))
                                        .isEqualTo(it.substring(0, 64)));
        Files.createDirectories(Path.of("target/received"));
        Files.write(Path.of("target/received/case-file.pdf"), files.get("case.pdf"));
        assertThat(bookmarks(files.get("case.pdf")))
                .containsExactly("卷内目录", "申请", "登记与收到日期", "办理经过与期限", "凭证");
        assertThat(text(files.get("case.pdf")))
                .contains("归档的一件事", "身份信息未附", "书面撤回", "当面签收单")
                .doesNotContain(NAME, "E55556666");
        assertThat(new String(files.get("parts/03-events/events.json"), StandardCharsets.UTF_8))
                .contains("withdrawn", "书面撤回")
                .doesNotContain(NAME);
        assertThat(
                        database.sql(
                                        "SELECT after->>'manifest' FROM audit_entry WHERE action ="
                                                + " 'requests.archived' AND subject = ?")
                                .param("request:" + id)
                                .query(String.class)
                                .list())
                .containsExactly(made.manifestSha256());
    }

    @Test
    void sealsWhoAskedForAWordAlone() throws Exception {
        var id = aWithdrawnRequest();
        assertThatThrownBy(
                        () -> archive.export(office(), id, new ArchiveEntry("sealed", "短", "移交")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> archive.export(office(), id, new ArchiveEntry("sealed", WORD, "")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> archive.export(office(), id, new ArchiveEntry("", null, null)))
                .isInstanceOf(Refusal.class);

        var made = archive.export(office(), id, new ArchiveEntry("sealed", WORD, "移交档案室"));

        var files = unzipped(made.zip());
        var sealed = files.get("identity-sealed.pdf");
        assertThatThrownBy(() -> Loader.loadPDF(sealed))
                .isInstanceOf(InvalidPasswordException.class);
        try (var opened = Loader.loadPDF(sealed, WORD)) {
            assertThat(new PDFTextStripper().getText(opened)).contains(NAME, "E55556666");
        }
        assertThat(text(files.get("case.pdf"))).contains("密封件").doesNotContain(NAME);
        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM audit_entry WHERE action ="
                                                + " 'requests.applicant-read' AND subject = ?")
                                .param("request:" + id)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void sealsThePicturesThatProveWhoAsked() throws Exception {
        var picture = ImageSamples.png();
        var code =
                people.reader()
                        .upload(
                                "/api/v1/public/requests/proofs",
                                "身份证.png",
                                picture,
                                Map.of("what", "identity"))
                        .expect(201)
                        .text("/proof");
        var asked = new HashMap<>(RequestSamples.input(Map.of("channel", "in-person")));
        asked.put("identityKind", "picture");
        asked.remove("identityNumber");
        asked.put("identityProof", code);
        var id = people.as("office").post("/api/v1/requests", asked).expect(201).number("/id");

        var made = archive.export(office(), id, new ArchiveEntry("sealed", WORD, "移交档案室"));

        var files = unzipped(made.zip());
        var sealed = files.get("proof-01-sealed.pdf");
        assertThatThrownBy(() -> Loader.loadPDF(sealed))
                .isInstanceOf(InvalidPasswordException.class);
        try (var opened = Loader.loadPDF(sealed, WORD)) {
            var resources = opened.getPage(0).getResources();
            assertThat(resources.getXObjectNames()).hasSize(1);
        }
        var listed = json.readTree(files.get("manifest.json")).get("files");
        var last = listed.get(listed.size() - 1);
        assertThat(last.get("title").asString()).isEqualTo("身份证明图片");
        assertThat(last.get("sha256").asString()).isEqualTo(sha256(sealed));
        var kept =
                database.sql("SELECT size FROM request_proof WHERE case_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single();
        assertThat(kept).isPositive();
        assertThat(last.get("originalSha256").asString()).hasSize(64);
        assertThat(
                        unzipped(
                                        archive.export(
                                                        office(),
                                                        id,
                                                        new ArchiveEntry("left-out", null, null))
                                                .zip())
                                .keySet())
                .noneMatch(it -> it.contains("sealed"));
    }

    @Test
    void leavesThroughTheOfficeAlone() {
        var id = aWithdrawnRequest();
        people.as("legal")
                .post("/api/v1/requests/" + id + "/archive", Map.of("identity", "left-out"))
                .expect(403);
        people.as("office")
                .post("/api/v1/requests/" + id + "/archive", Map.of("identity", "nothing"))
                .expect(422);
        people.as("office")
                .post(
                        "/api/v1/requests/" + id + "/archive",
                        Map.of("identity", "left-out", "as", "pdf"))
                .expect(200);
        var address = "/desk/requests/" + id + "/archive";
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        var wrong =
                office.open(address)
                        .expect(200)
                        .send(address, Map.of("identity", "sealed", "reason", "移交"))
                        .expect(422);
        assertThat(wrong.page().select("#reason").val()).isEqualTo("移交");
        assertThat(office.open("/desk/requests/" + id).page().select("a[href='" + address + "']"))
                .isNotEmpty();
        DeskClient.at(port).signIn("legal", DemoPeople.PASSWORD).open(address).expect(403);
    }

    private Actor office() {
        var person = organization.personByKey("office").orElseThrow();
        return organization.actorOn(person.id(), LocalDate.parse("2021-07-30"));
    }

    private long aWithdrawnRequest() {
        var id =
                people.as("office")
                        .post(
                                "/api/v1/requests",
                                Map.of(
                                        "applicantClass", "natural-person",
                                        "name", NAME,
                                        "identityKind", "other-paper",
                                        "identityNumber", "E55556666",
                                        "phone", "0951-7654321",
                                        "matters", List.of("归档的一件事"),
                                        "form", "paper",
                                        "delivery", "in-person",
                                        "channel", "in-person",
                                        "evidence", "当面签收单"))
                        .expect(201)
                        .number("/id");
        people.as("office")
                .post(
                        "/api/v1/requests/" + id + "/events",
                        Map.of("type", "withdrawn", "note", "书面撤回"))
                .expect(200);
        return id;
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var read = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var it = read.getNextEntry(); it != null; it = read.getNextEntry()) {
                files.put(it.getName(), read.readAllBytes());
            }
        }
        return files;
    }

    private static List<String> bookmarks(byte[] pdf) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            var titles = new ArrayList<String>();
            file.getDocumentCatalog()
                    .getDocumentOutline()
                    .children()
                    .forEach(it -> titles.add(it.getTitle()));
            return titles;
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(file).replaceAll("\\s+", "");
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
