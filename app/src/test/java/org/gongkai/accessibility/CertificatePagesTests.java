package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkai.opengov.inspections.draws.DrawCeremony;
import org.gongkai.platform.transparencylog.Sequencer;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.gongkai.testing.Verifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A firm at its door (企业门口查对): the sign or the code on the officers' paper shows that the visit
 * comes out of the draw, in a sealed draw too, and what has changed since.
 */
@DemoAgencyTest
@DisplayName("A firm at its door (抽查凭证) checks that the visit was drawn, by the sign or the code")
class CertificatePagesTests {
    @LocalServerPort int port;
    @Autowired TestClock clock;
    @Autowired TestDatabase database;
    @Autowired Sequencer sequencer;
    @TempDir Path folder;

    private final PageCheck check = new PageCheck();
    private final Verifier verifier = Verifier.load();

    @Test
    void isShownOneVisitOfASealedDrawAndWhatChangedSince() throws IOException {
        var draw = DrawCeremony.sealed(port, clock, 3).drawn();
        sequencer.turn();
        var reader = DeskClient.at(port);
        var codes = codes(draw.seq());
        assertThat(codes).hasSize(3);
        var first = "/draws/certificate/" + codes.get(0);
        var file = draw.publicPath() + "/certificates/0.json";
        reader.open(first).expect(404);
        assertThat(reader.text()).contains("检查期从");
        ApiClient.at(port).get(file + "?code=" + codes.get(0)).expect(404);

        draw.at("2021-08-03T10:00:00+08:00");

        isCheckedByTheVerifier(file, codes.get(0));
        ApiClient.at(port).get(file).expect(404);
        ApiClient.at(port).get(file + "?code=" + codes.get(1)).expect(404);
        isOnThePaper(draw, codes.get(0));
        isReadAtTheDoor(codes.get(0));
        officersSeeItWithTheirTask(draw, codes.get(0));
        wasAmended(draw, codes);
        assertThat(check.wrong()).isEmpty();
    }

    /** As whoever owns the tables could: another officer in the place of the one drawn. */
    @Test
    void saysWhenWhatIsKeptIsNotWhatWasLogged() {
        var draw = DrawCeremony.open(port, clock, 3).drawn();
        var door = "/draws/certificate/" + codes(draw.seq()).get(0);
        assertThat(DeskClient.at(port).open(door).text()).doesNotContain("与透明日志不符");
        var change =
                """
                ALTER TABLE inspection_draw_subject DISABLE TRIGGER USER;
                UPDATE inspection_draw_subject s SET subject = %s WHERE s.kind = 'OFFICER'
                    AND s.draw_id = (SELECT max(id) FROM inspection_draw WHERE seq = %d);
                ALTER TABLE inspection_draw_subject ENABLE TRIGGER USER;
                """;

        owner().sql(change.formatted("s.subject || '9'", draw.seq())).update();
        try {
            assertThat(DeskClient.at(port).open(door).text()).contains("与透明日志不符", "先向机关核实");
        } finally {
            owner().sql(change.formatted("left(s.subject, -1)", draw.seq())).update();
        }
        assertThat(DeskClient.at(port).open(door).text()).doesNotContain("与透明日志不符");
    }

    /** The page is kept; the answer of a witness ends it. */
    @Test
    void saysWhenWitnessesHadSeenTheStepsOfADraw() throws IOException {
        var draw = DrawCeremony.open(port, clock, 3).drawn();
        sequencer.turn();
        var address = draw.publicPath().substring("/api/v1/public".length());
        var door = "/draws/certificate/" + codes(draw.seq()).get(0);
        assertThat(DeskClient.at(port).open(address).text())
                .contains("还没有见证人确认")
                .doesNotContain("已由见证人确认");
        assertThat(DeskClient.at(port).open(door).text()).contains("检查期还没有开始", "还没有见证人确认");

        var operator = DemoPeople.at(port).as("operator");
        var witness = folder.resolve("witness");
        var line = verifier.run("witness", witness.toString(), "new", "notary.example").line();
        var key = line.substring(line.lastIndexOf(' ') + 1);
        Files.write(witness.resolve("logs"), DeskClient.at(port).download("/log/keys"));
        var id =
                operator.post("/api/v1/log/witnesses", Map.of("key", key, "address", ""))
                        .expect(201)
                        .number("/id");
        sequencer.turn();
        var request = folder.resolve("request");
        Files.writeString(
                request,
                operator.get("/api/v1/log/witnesses/" + id + "/request")
                        .expect(200)
                        .text("/request"));
        var answer = folder.resolve("answer");
        verifier.run("witness", witness.toString(), request.toString(), answer.toString());
        operator.post(
                        "/api/v1/log/witnesses/" + id + "/answers",
                        Map.of("answer", Files.readString(answer)))
                .expect(200);

        assertThat(DeskClient.at(port).open(address).text())
                .contains("已由见证人确认")
                .doesNotContain("还没有见证人确认");
        assertThat(DeskClient.at(port).open(door).text()).contains("已由本机关以外的见证人确认");
        operator.delete("/api/v1/log/witnesses/" + id).expect(204);
        assertThat(DeskClient.at(port).open(address).text()).doesNotContain("已由见证人确认");
    }

    private void isCheckedByTheVerifier(String file, String code) throws IOException {
        var answer = ApiClient.at(port).get(file + "?code=" + code).expect(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var certificate = folder.resolve("certificate.json");
        Files.writeString(certificate, answer.body(), StandardCharsets.UTF_8);
        var keys = folder.resolve("keys");
        Files.write(keys, DeskClient.at(port).download("/log/keys"));

        var outcome = verifier.run("certificate", certificate.toString(), keys.toString());

        assertThat(outcome.status()).as(outcome.line()).isZero();
        assertThat(outcome.line()).contains("日志签名真实", answer.text("/record/e"));
        assertThat(DeskClient.at(port).download("/draws/certificate/" + code + "/certificate.json"))
                .isEqualTo(answer.body().getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                certificate,
                answer.body()
                        .replace(answer.text("/record/team/0"), answer.text("/record/team/1")));
        assertThat(verifier.run("certificate", certificate.toString()).status()).isEqualTo(1);
    }

    private void isOnThePaper(DrawCeremony draw, String code) throws IOException {
        var keeper = DeskClient.at(port).signIn("keeper", DemoPeople.PASSWORD);
        var paper =
                keeper.download(
                        "/desk/inspections/draws/" + draw.seq() + "/visits/1/certificate.pdf");
        keep("certificate.pdf", paper);
        try (var pdf = Loader.loadPDF(paper)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text).contains("双随机抽查凭证", "第" + draw.seq() + "次随机抽取", typed(code));
            var picture =
                    new BufferedImageLuminanceSource(
                            new PDFRenderer(pdf).renderImageWithDPI(0, 150));
            assertThat(
                            new QRCodeReader()
                                    .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                                    .getText())
                    .endsWith("/draws/certificate/" + code);
        } catch (ReaderException unreadable) {
            throw new AssertionError("The sign on the paper is not read", unreadable);
        }
    }

    /** On a telephone, with the keyboard alone. */
    private void isReadAtTheDoor(String code) {
        try (var window = Browser.openNarrow()) {
            var page = window.newPage();
            page.navigate(base() + "/draws/certificate");
            check.look(page, "certificate-code");
            page.setViewportSize(Browser.NARROW, 740);
            page.locator("#code").focus();
            page.keyboard().type("2222-2222-2222");
            Browser.follow(page, () -> page.keyboard().press("Enter"));
            assertThat(page.locator("main").innerText()).contains("没有这个凭证码");
            page.locator("#code").fill(typed(code).toUpperCase(Locale.ROOT));
            page.keyboard().press("Enter");
            page.waitForURL(base() + "/draws/certificate/" + code);

            assertThat(says(page)).contains("这次检查出自", "没有调整过", "不得少于两名", "检查期");
            check.look(page, "certificate");
            assertThat(window.cookies()).isEmpty();
        }
    }

    private void officersSeeItWithTheirTask(DrawCeremony draw, String code) {
        var task =
                draw.people()
                        .as("keeper")
                        .get("/api/v1/inspections/tasks?draw=" + draw.seq())
                        .expect(200);
        assertThat(task.body()).doesNotContain("/draws/certificate/");
        long id =
                owner().sql("SELECT id FROM inspection_task WHERE certificate = ?")
                        .param("/draws/certificate/" + code)
                        .query(Long.class)
                        .single();
        assertThat(
                        draw.people()
                                .as("keeper")
                                .get("/api/v1/inspections/tasks/" + id)
                                .expect(200)
                                .text("/certificate"))
                .isEqualTo("/draws/certificate/" + code);
        try (var desk = DeskWindow.of("keeper", port)) {
            var page = desk.open("/desk/inspections/tasks/" + id);
            assertThat(says(page)).contains(typed(code));
            check.look(page, "certificate-task");
            desk.open("/desk/inspections/draws/" + draw.seq() + "/visits");
            assertThat(says(page)).contains("下载凭证");
            check.look(page, "certificate-visits");
        }
        assertThat(
                        DeskClient.at(port)
                                .signIn("keeper", DemoPeople.PASSWORD)
                                .download("/desk/inspections/tasks/" + id + "/certificate.pdf"))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    private void wasAmended(DrawCeremony draw, Map<Integer, String> codes) {
        var before = DeskClient.at(port).open("/draws/certificate/" + codes.get(1)).text();
        amend(draw, Map.of("op", "replace_officer", "visit", 0, "seat", 1, "reason", "ill"));
        amend(draw, Map.of("op", "replace_entity", "visit", 1, "reason", "unit-closed"));
        sequencer.turn();

        var after = codes(draw.seq());
        assertThat(after.get(0)).isEqualTo(codes.get(0));
        assertThat(after.get(1)).isNotEqualTo(codes.get(1));
        try (var window = Browser.openNarrow()) {
            var page = window.newPage();
            page.navigate(base() + "/draws/certificate/" + codes.get(0));
            assertThat(says(page)).contains("抽取以后调整过人员", "替换检查人员", "生病、请假");
            check.look(page, "certificate-amended");
            page.navigate(base() + "/draws/certificate/" + codes.get(1));
            assertThat(says(page)).contains("这张凭证已经失效", "替换检查对象", "对象已关闭、注销");
            assertThat(before).contains(unit(page));
            check.look(page, "certificate-replaced");
            var old = unit(page);
            page.navigate(base() + "/draws/certificate/" + after.get(1));
            assertThat(says(page)).contains("这次检查出自");
            assertThat(unit(page)).isNotEqualTo(old);
        }
        var file = draw.publicPath() + "/certificates/1.json?code=";
        var old = ApiClient.at(port).get(file + codes.get(1)).expect(200);
        var now = ApiClient.at(port).get(file + after.get(1)).expect(200);
        assertThat(old.text("/leaf")).contains("\"number\":1", "\"k\":\"draw.amend\"");
        assertThat(now.text("/record/e")).isNotEqualTo(old.text("/record/e"));
    }

    private void amend(DrawCeremony draw, Map<String, Object> what) {
        var asked = new HashMap<>(what);
        asked.put("words", "有证明材料");
        var id = draw.step("amend", asked).expect(201).number("/id");
        draw.people()
                .as("leader")
                .post(draw.path("amendments/" + id + "/decision"), Map.of("consents", true))
                .expect(200);
    }

    private static String says(Page page) {
        return page.locator("main").innerText();
    }

    private static String unit(Page page) {
        return page.locator(".summary-row dd b").first().innerText();
    }

    private static String typed(String code) {
        return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8, 12);
    }

    /** The codes of the visits as they stand. */
    private Map<Integer, String> codes(long seq) {
        var codes = new HashMap<Integer, String>();
        RowCallbackHandler reading = row -> codes.put(row.getInt(1), row.getString(2));
        owner().sql(
                        """
                        SELECT c.t, c.code FROM inspection_draw_certificate c
                        JOIN inspection_draw d ON d.id = c.draw_id
                        WHERE d.seq = ? ORDER BY c.t, c.edition
                        """)
                .param(seq)
                .query(reading);
        return codes;
    }

    /** To be looked at where photographs are taken. */
    private static void keep(String name, byte[] content) throws IOException {
        if (System.getenv("GONGKAI_SCREENSHOTS") != null) {
            Files.write(
                    Files.createDirectories(Path.of("target", "screenshots")).resolve(name),
                    content);
        }
    }

    private JdbcClient owner() {
        return JdbcClient.create(database.owner());
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
