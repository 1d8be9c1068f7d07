package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.gongkai.testing.files.ImageSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("Proof of identity and mandate (证明材料) — 《政府信息公开条例》 art. 29 (1), 个人信息保护法 arts. 28, 47")
class RequestProofTests {
    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired TestDatabase tables;
    @Autowired TestClock clock;

    private DemoPeople people;

    @BeforeEach
    void aQuietHour() {
        database.sql("DELETE FROM request_try").update();
        people = DemoPeople.at(port);
    }

    @Test
    void isAPictureInsteadOfANumberAndSeenByTheOfficeAlone() {
        var picture = ImageSamples.png();
        var typed =
                RequestSamples.typed(
                        Map.of("identityKind", "picture", "identityNumber", "", "step", "check"));
        var form = DeskClient.at(port).open("/requests/new").expect(200);
        var without = form.send("/requests/new", typed).expect(422);
        assertThat(without.page().select(".error-summary a").eachText())
                .containsExactly("请上传身份证明的图片，或者改填证件号码");
        var wrong =
                without.sendFile(
                                "/requests/new",
                                "identityFile",
                                "id.png",
                                "no picture".getBytes(StandardCharsets.UTF_8),
                                typed)
                        .expect(422);
        assertThat(wrong.page().select("#identityFile").attr("aria-invalid")).isEqualTo("true");
        var checked =
                wrong.sendFile("/requests/new", "identityFile", "张三身份证.png", picture, typed)
                        .expect(200);
        assertThat(checked.text()).contains("身份证明图片", "已上传");
        // Back to the form and on again: it is not asked for twice.
        var edited = checked.send("/requests/new", Map.of("step", "edit")).expect(200);
        assertThat(edited.text()).contains("已经上传，不用再选");
        var sent =
                edited.send("/requests/new", Map.of("step", "check"))
                        .expect(200)
                        .send("/requests/new", Map.of("step", "send"))
                        .expect(200);
        var id = idOf(sent.page().select(".keep").text());

        assertThat(sealedHolds(id, picture)).isFalse();
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        var who =
                office.open("/desk/requests/" + id)
                        .send("/desk/requests/" + id + "/applicant", Map.of("reason", "核对身份"))
                        .expect(200);
        assertThat(who.text()).contains("身份证明的图片", "欧阳明月");
        var proof = who.page().select("form[action*=/proofs/]").attr("action");
        assertThat(looks(id)).isZero();
        who.send(proof, Map.of()).expect(200);
        assertThat(who.response().headers().firstValue("content-type")).contains("image/png");
        assertThat(who.response().headers().firstValue("cache-control")).contains("no-store");
        assertThat(looks(id)).isEqualTo(1);
        var api = "/api/v1" + proof.substring("/desk".length());
        people.as("legal").post(api, Map.of("reason", "想看看")).expect(403);
        people.as("head2").post(api, Map.of("reason", "想看看")).expect(404);
        people.as("office").post(api, Map.of("reason", " ")).expect(422);
        assertThat(looks(id)).isEqualTo(1);
    }

    @Test
    void goesWithTheIdentityWhoeverErasesIt() {
        var code = upload("identity", "a.jpg", ImageSamples.jpeg()).expect(201).text("/proof");
        var mandate = upload("mandate", "m.png", ImageSamples.png()).expect(201).text("/proof");
        var input =
                RequestSamples.input(
                        Map.of(
                                "identityKind", "picture",
                                "identityProof", code,
                                "agentName", "赵代理",
                                "agentPhone", "0951-2222222",
                                "mandate", "授权委托书",
                                "mandateProof", mandate));
        input.remove("identityNumber");
        var id = people.reader().post("/api/v1/requests", input).expect(201).number("/id");
        var listed = people.as("office").get("/api/v1/requests/" + id + "/proofs").expect(200);
        assertThat(listed.at("/items").size()).isEqualTo(2);
        assertThat(listed.text("/items/1/what")).isEqualTo("mandate");

        people.as("office")
                .post("/api/v1/requests/" + id + "/messages", Map.of("message", "请赵代理来电"))
                .expect(201);
        JdbcClient.create(tables.owner())
                .sql("DELETE FROM request_identity WHERE case_id = ?")
                .param(id)
                .update();
        assertThat(kept(id)).isZero();
        assertThat(
                        people.as("office")
                                .get("/api/v1/requests/" + id + "/messages")
                                .expect(200)
                                .at("/items")
                                .size())
                .isZero();
    }

    @Test
    void isKeptForEachPartOfASplitRequestAndForADayWithoutOne() {
        var code = upload("identity", "a.jpg", ImageSamples.jpeg()).expect(201).text("/proof");
        var sent =
                DeskClient.at(port)
                        .post(
                                "/requests/new",
                                RequestSamples.typed(
                                        Map.of(
                                                "identityKind", "picture",
                                                "identityNumber", "",
                                                "identityProof", code,
                                                "matters", "1.丙厂的罚单\n2.丁厂的罚单",
                                                "split", "each",
                                                "step", "send")))
                        .expect(200);
        var numbers = sent.page().select(".keep").eachText();
        assertThat(numbers).hasSize(2);
        assertThat(numbers.stream().map(it -> kept(idOf(it)))).containsExactly(1L, 1L);

        clock.set("2021-08-01T09:00:00+08:00");
        upload("identity", "b.jpg", ImageSamples.jpeg()).expect(201);
        var late = RequestSamples.input(Map.of("identityKind", "picture", "identityProof", code));
        assertThat(
                        people.reader()
                                .post("/api/v1/requests", late)
                                .expect(422)
                                .text("/errors/0/field"))
                .isEqualTo("identityFile");
    }

    @Test
    void isAJpegPngOrPdfOfTheRightKindAndSize() {
        upload("identity", "a.gif", ImageSamples.gif()).expect(415);
        upload("identity", "a.png", "MZ".getBytes(StandardCharsets.UTF_8)).expect(415);
        upload("photo", "a.png", ImageSamples.png()).expect(422);
        var large = Arrays.copyOf(ImageSamples.jpeg(), 10 * 1024 * 1024 + 1);
        upload("identity", "a.jpg", large).expect(413);
        var mandate = upload("mandate", "m.png", ImageSamples.png()).expect(201).text("/proof");
        var input =
                RequestSamples.input(Map.of("identityKind", "picture", "identityProof", mandate));
        people.reader().post("/api/v1/requests", input).expect(422);
    }

    private ApiAnswer upload(String what, String name, byte[] content) {
        return people.reader()
                .upload("/api/v1/public/requests/proofs", name, content, Map.of("what", what));
    }

    private boolean sealedHolds(long id, byte[] picture) {
        List<byte[]> sealed =
                database.sql("SELECT sealed FROM request_proof WHERE case_id = ?")
                        .param(id)
                        .query(byte[].class)
                        .list();
        assertThat(sealed).hasSize(1);
        return new String(sealed.getFirst(), StandardCharsets.ISO_8859_1)
                .contains(new String(picture, 0, 20, StandardCharsets.ISO_8859_1));
    }

    private long kept(long id) {
        return database.sql("SELECT count(*) FROM request_proof WHERE case_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private long looks(long id) {
        return database.sql(
                        "SELECT count(*) FROM audit_entry WHERE action = 'requests.proof-read' AND"
                                + " subject = ?")
                .param("request:" + id)
                .query(Long.class)
                .single();
    }

    private long idOf(String number) {
        return database.sql("SELECT id FROM request_case WHERE number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }
}
