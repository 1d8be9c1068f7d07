package org.gongkai.platform.draw.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.ModuleTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ModuleTest
@DisplayName("Checking a draw, by anybody (公开复算)")
class DrawCheckModuleTests {
    private static final String CALL = "/api/v1/public/draws/verify";

    @LocalServerPort int port;

    @Autowired private WebApplicationContext context;
    @Autowired private DrawChecks checks;
    private MockMvcTester mvc;

    @BeforeEach
    void connect() {
        mvc = MockMvcTester.from(context);
    }

    @Test
    void confirmsThePublishedExample() {
        var answer = ask(example());

        assertThat(answer.at("/valid").asBoolean()).isTrue();
        assertThat(answer.text("/manifestHash"))
                .isEqualTo("de80dbdde47addb09921005e75cd13ac2df139741259f3579c3a14041a7448cb");
        assertThat(answer.text("/resultRoot"))
                .isEqualTo("3f76212d67aac320a6abb30c6233397414f055d41e14bbfa1ce54a1a80626f01");
        assertThat(answer.at("/firstDifference").isNull()).isTrue();
        assertThat(answer.at("/reason").isNull()).isTrue();
    }

    @Test
    void namesTheFirstDifference() {
        var answer =
                ask(example().replace("\"ZF-01\",\n     \"ZF-05\"", "\"ZF-01\",\n     \"ZF-04\""));

        assertThat(answer.at("/valid").asBoolean()).isFalse();
        assertThat(answer.text("/code")).isEqualTo("differs");
        assertThat(answer.text("/reason")).isEqualTo("公布的内容与复算得到的不同。");
        assertThat(answer.text("/firstDifference/path")).isEqualTo("/expect/result/0/team/1");
        assertThat(answer.text("/firstDifference/expected")).isEqualTo("ZF-04");
        assertThat(answer.text("/firstDifference/actual")).isEqualTo("ZF-05");
    }

    @Test
    void saysWhatIsWrongWithWhatIsNoBundle() {
        assertThat(ask("{\"manifest\":").text("/code")).isEqualTo("not-json");
        assertThat(ask("{}").text("/code")).isEqualTo("missing");
        assertThat(ask("[]").text("/code")).isEqualTo("wrong-type");
        assertThat(ask("{\"a\":1.5}").text("/code")).isEqualTo("unknown-key");
        assertThat(ask(example().replace("\"seq\": 1", "\"seq\": null")).text("/code"))
                .isEqualTo("not-canonical");
    }

    @Test
    void refusesWhatIsNoJsonByItsType() {
        ApiClient.at(port).send("POST", CALL, "text/plain", "x".getBytes(UTF_8)).expect(415);
    }

    @Test
    void computesForOneAddressSoOftenAnHour() throws IOException {
        for (var time = 0; time < DrawChecks.AN_HOUR; time++) {
            checks.check(text("{}"), "192.0.2.7");
        }

        assertThatThrownBy(() -> checks.check(text("{}"), "192.0.2.7"))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.kind().status()).isEqualTo(429));
        assertThat(checks.check(text("{}"), "192.0.2.8").valid()).isFalse();
    }

    @Test
    void takesNothingLargerThanItsLimit() {
        var endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return ' ';
                    }

                    @Override
                    public int read(byte[] into, int from, int length) {
                        Arrays.fill(into, from, from + length, (byte) ' ');
                        return length;
                    }
                };

        assertThatThrownBy(() -> checks.check(endless, "192.0.2.9"))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.kind().status()).isEqualTo(413));
    }

    @Test
    void tellsReadersHowADrawIsChecked() {
        var page = mvc.get().uri("/draws/check").exchange();

        assertThat(page).hasStatus(200);
        assertThat(read(page).select("form[action=/draws/check] input[type=file]")).hasSize(1);
        assertThat(read(page).select("#outcome-title")).isEmpty();
    }

    @Test
    void checksAFileOnThePage() {
        var valid = upload(example());
        var other = upload(example().replace("\"unfilled\": 0", "\"unfilled\": 1"));

        assertThat(valid.select(".banner.good").text()).startsWith("复算一致");
        assertThat(valid.select("dl").text())
                .contains("3f76212d67aac320a6abb30c6233397414f055d41e14bbfa1ce54a1a80626f01");
        assertThat(other.select(".banner.late").text()).startsWith("复算不一致");
        assertThat(other.select("dl").text()).contains("公布的空缺数").contains("/expect/unfilled");
    }

    @Test
    void asksForAFileWhereThereIsNone() {
        var page =
                mvc.post()
                        .uri("/draws/check")
                        .multipart()
                        .file(new MockMultipartFile("bundle", new byte[0]))
                        .exchange();

        assertThat(page).hasStatus(422);
        assertThat(read(page).select(".error-summary").text()).contains("请选择抽取数据包文件");
    }

    private ApiAnswer ask(String bundle) {
        return ApiClient.at(port)
                .send("POST", CALL, "application/json", bundle.getBytes(UTF_8))
                .expect(200);
    }

    private Document upload(String bundle) {
        var page =
                mvc.post()
                        .uri("/draws/check")
                        .multipart()
                        .file(
                                new MockMultipartFile(
                                        "bundle",
                                        "bundle.json",
                                        "application/json",
                                        bundle.getBytes(UTF_8)))
                        .exchange();
        assertThat(page).hasStatus(200).hasHeader("Cache-Control", "no-store");
        return read(page);
    }

    private static Document read(MvcTestResult page) {
        return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), UTF_8));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String example() {
        var name = "/org/gongkai/platform/draw/vdraw-open-small-sha256.json";
        try (var stream = DrawCheckModuleTests.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
