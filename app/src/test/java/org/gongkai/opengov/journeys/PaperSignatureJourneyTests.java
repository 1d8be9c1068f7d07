package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A leader signs on paper (纸质签署, publishing facts 3.12): the form that the program prints is signed
 * by hand, scanned, matched by its code and confirmed by a second person.
 */
@DemoAgencyTest
@DisplayName("A signature on paper (纸质签署)")
class PaperSignatureJourneyTests {
    @LocalServerPort int port;
    @Autowired JdbcClient database;

    private DemoPeople people;

    @BeforeEach
    void atThisProgram() {
        people = DemoPeople.at(port);
    }

    @Test
    void standsOnceASecondPersonHasConfirmedIt() throws IOException {
        var id = waitingForTheLeader("纸上签字");
        var clerk = desk("clerk");
        var form = clerk.download("/desk/documents/" + id + "/review-form.pdf");

        clerk.open("/desk/documents/" + id + "/paper")
                .sendFile(
                        "/desk/documents/" + id + "/paper",
                        "scan",
                        "审核表.jpg",
                        photograph(form),
                        Map.of("signer", "leader", "opinion", "同意公开"))
                .expect(302);
        assertThat(people.read(id).text("/state")).isEqualTo("in-review");

        var office = desk("office");
        var page = office.open("/desk/documents/" + id + "/paper");
        assertThat(page.text()).contains("校验码一致", "同意公开");
        page.send("/desk/documents/" + id + "/paper/confirm", Map.of()).expect(422);
        assertThat(page.text()).contains("请看过扫描件并勾选后再确认");
        page.send("/desk/documents/" + id + "/paper/confirm", Map.of("seen", "true")).expect(302);

        assertThat(people.read(id).text("/state")).isEqualTo("approved");
        assertThat(office.open("/desk/documents/" + id).text()).contains("纸质签署", "核对", "同意公开");
        assertThat(audited(id)).contains("disclosures.scan-in", "disclosures.confirm-paper");
        people.step("office", id, "publish", Map.of()).expect(200);
    }

    @Test
    void isTakenInAndConfirmedOverTheApiToo() throws IOException {
        var id = waitingForTheLeader("接口录入纸质签署");

        var scanned = scanIn("clerk", id, scanOf(id), "leader").expect(200);
        assertThat(scanned.text("/state")).isEqualTo("in-review");
        people.step("office", id, "confirm-paper", Map.of()).expect(200);

        assertThat(people.read(id).text("/state")).isEqualTo("approved");
    }

    @Test
    void isNotTakenInForAnotherContent() throws IOException {
        var id = waitingForTheLeader("旧审核表");
        var old = scanOf(id);
        change(id, "旧审核表", "<p>改动后的正文。</p>");
        people.sign("head", id).expect(200);
        people.sign("secrecy", id).expect(200);

        assertThat(scanIn("clerk", id, old, "leader").expect(422).text("/errors/0/message"))
                .contains("签字之后内容有改动");
    }

    @Test
    void isNotTakenInForAnotherDocument() throws IOException {
        var other = scanOf(waitingForTheLeader("另一份"));
        var id = waitingForTheLeader("这一份");

        assertThat(scanIn("clerk", id, other, "leader").expect(422).text("/errors/0/message"))
                .contains("另一份文件的审核表");
    }

    @Test
    void isNotTakenInWithoutTheCode() throws IOException {
        var id = waitingForTheLeader("没有二维码");

        assertThat(scanIn("clerk", id, blank(), "leader").expect(422).text("/errors/0/message"))
                .contains("没有读到本系统的校验二维码");
    }

    @Test
    void isNotConfirmedByWhoScannedIt() throws IOException {
        var id = waitingForTheLeader("一人两手");
        scanIn("office", id, scanOf(id), "leader").expect(200);

        assertThat(people.step("office", id, "confirm-paper", Map.of()).expect(403).text("/detail"))
                .contains("不能是签字人和录入人");
        people.step("clerk", id, "confirm-paper", Map.of()).expect(403);
        assertThat(people.read(id).text("/state")).isEqualTo("in-review");
    }

    @Test
    void isNotTakenInForWhoeverMayNotSign() throws IOException {
        var id = waitingForTheLeader("不是他签");

        assertThat(scanIn("clerk", id, scanOf(id), "head").expect(422).text("/errors/0/field"))
                .isEqualTo("signer");
    }

    @Test
    void isVoidWhenTheContentChangesBeforeItIsConfirmed() throws IOException {
        var id = waitingForTheLeader("核对前改动");
        scanIn("clerk", id, scanOf(id), "leader").expect(200);
        change(id, "核对前改动", "<p>另一正文。</p>");
        people.sign("head", id).expect(200);
        people.sign("secrecy", id).expect(200);

        assertThat(people.step("office", id, "confirm-paper", Map.of()).expect(409).text("/detail"))
                .contains("没有等待核对的纸质签署扫描件");
    }

    @Test
    void isGivenBackWithAReason() throws IOException {
        var id = waitingForTheLeader("看不清");
        scanIn("clerk", id, scanOf(id), "leader").expect(200);

        people.step("office", id, "reject-paper", Map.of("reason", "没有签字")).expect(200);

        people.step("office", id, "confirm-paper", Map.of()).expect(409);
        assertThat(desk("clerk").open("/desk/documents/" + id + "/paper").text())
                .contains("没有签字", "已退回");
    }

    @Test
    void isRefusedByTheDatabaseWithoutAConfirmedScan() throws IOException {
        var id = waitingForTheLeader("绕过核对");
        scanIn("clerk", id, scanOf(id), "leader").expect(200);

        assertThatThrownBy(
                        () ->
                                database.sql(
                                                """
                                                INSERT INTO signature (document_id, revision_id, sha256, level, signer,
                                                    political, secrecy, wording, opinion, scan_sha256, confirmed_by, signed_at)
                                                SELECT document_id, revision_id, sha256, level, signer, true, true, true,
                                                    opinion, scan_sha256, scanned_by, scanned_at
                                                FROM paper_scan WHERE document_id = ?
                                                """)
                                        .param(UUID.fromString(id))
                                        .update())
                .hasMessageContaining("paper-signature-without-confirmed-scan");
        assertThatThrownBy(
                        () ->
                                database.sql(
                                                """
                                                UPDATE paper_scan SET outcome = 'CONFIRMED', decided_by = scanned_by,
                                                    decided_at = now() WHERE document_id = ?
                                                """)
                                        .param(UUID.fromString(id))
                                        .update())
                .hasMessageContaining("paper_scan");
    }

    @Test
    void isErasedWithWhatWasSpilled() throws IOException {
        var id = waitingForTheLeader("误传后清除");
        scanIn("clerk", id, scanOf(id), "leader").expect(200);
        var scan = "/desk/documents/" + id + "/paper/" + scanNumber(id) + "/file";
        assertThat(desk("office").download(scan)).isNotEmpty();

        people.as("office")
                .post("/api/v1/documents/" + id + "/steps/purge", Map.of("ground", "误传"))
                .expect(200);
        people.as("secrecy")
                .post("/api/v1/documents/" + id + "/steps/purge", Map.of("ground", "误传"));

        desk("office").open(scan).expect(404);
    }

    private String waitingForTheLeader(String title) {
        var id = people.submitted(DemoPeople.notice(title, "<p>正文。</p>"));
        people.sign("head", id).expect(200);
        people.sign("secrecy", id).expect(200);
        return id;
    }

    private void change(String id, String title, String body) {
        var version = people.as("clerk").get("/api/v1/documents/" + id).etag();
        people.as("clerk")
                .with("If-Match", version)
                .put("/api/v1/documents/" + id, DemoPeople.notice(title, body))
                .expect(200);
        people.step("clerk", id, "submit", Map.of()).expect(200);
    }

    private ApiAnswer scanIn(String who, String id, byte[] scan, String signer) {
        var file =
                people.as(who)
                        .upload("/api/v1/files", "审核表.pdf", scan, Map.of())
                        .expect(201)
                        .text("/sha256");
        return people.step(
                who, id, "scan-in", Map.of("scan", file, "signer", signer, "opinion", "同意"));
    }

    /** The printed form, signed by hand and scanned as a PDF of page images. */
    private byte[] scanOf(String id) throws IOException {
        var form = desk("clerk").download("/desk/documents/" + id + "/review-form.pdf");
        try (var pdf = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                var picture = ImageIO.read(new ByteArrayInputStream(photograph(form)));
                content.drawImage(JPEGFactory.createFromImage(pdf, picture, 0.7f), 0, 0, 595, 842);
            }
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] photograph(byte[] form) throws IOException {
        try (var pdf = Loader.loadPDF(form);
                var bytes = new ByteArrayOutputStream()) {
            var image = new PDFRenderer(pdf).renderImageWithDPI(0, 150, ImageType.GRAY);
            var pen = image.createGraphics();
            pen.setColor(Color.DARK_GRAY);
            pen.setStroke(new BasicStroke(3));
            pen.drawArc(700, 1200, 120, 60, 20, 300);
            pen.dispose();
            ImageIO.write(image, "jpg", bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] blank() throws IOException {
        try (var pdf = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage(PDRectangle.A4));
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    private List<String> audited(String id) {
        return database.sql("SELECT action FROM audit_entry WHERE subject = ?")
                .param("document/" + id)
                .query(String.class)
                .list();
    }

    private long scanNumber(String id) {
        return database.sql("SELECT id FROM paper_scan WHERE document_id = ?")
                .param(UUID.fromString(id))
                .query(Long.class)
                .single();
    }

    private DeskClient desk(String who) {
        return DeskClient.at(port).signIn(who, DemoPeople.PASSWORD);
    }
}
