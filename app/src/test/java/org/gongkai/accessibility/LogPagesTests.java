package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.gongkai.platform.transparencylog.DrawEvents;
import org.gongkai.platform.transparencylog.Sequencer;
import org.gongkai.platform.transparencylog.TransparencyLog;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.gongkai.testing.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DemoAgencyTest
@DisplayName("The log: a citizen, the operator and a witness")
class LogPagesTests {
    @LocalServerPort int port;
    @Autowired TransparencyLog log;
    @Autowired Sequencer sequencer;
    @Autowired PlatformTransactionManager transactions;
    @TempDir Path folder;

    private final Verifier verifier = Verifier.load();
    private long index;

    @BeforeEach
    void somethingHappens() {
        index = announce();
        sequencer.turn();
    }

    @Test
    void isCheckedByACitizenWithWhatThePagesGive() throws IOException {
        var reader = ApiClient.at(port);
        var citizen = DeskClient.at(port);
        var keys = file("keys", citizen.download("/log/keys"));
        var checkpoint = file("checkpoint", citizen.download("/log/checkpoint"));
        var leaf = file("leaf.json", citizen.download("/log/entries/" + index));
        var receipt = file("receipt", citizen.download("/log/entries/" + index + "/receipt"));

        assertThat(verifier.run("log", checkpoint, keys).status()).isZero();
        assertThat(verifier.run("log", receipt, keys, leaf).status()).isZero();
        var standing = reader.get("/api/v1/public/log").expect(200);
        var size = standing.number("/size");
        assertThat(size).isGreaterThan(index);
        assertThat(
                        reader.get("/api/v1/public/log/entries?limit=1")
                                .expect(200)
                                .number("/items/0/index"))
                .isEqualTo(size - 1);
        assertThat(reader.get("/api/v1/public/log/entries/" + index).expect(200).text("/kind"))
                .isEqualTo("draw.announce");
        assertThat(
                        reader.get("/api/v1/public/log/entries/" + index + "/receipt")
                                .expect(200)
                                .text("/receipt"))
                .startsWith("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
        reader.get("/api/v1/public/log/inclusion?index=" + index + "&size=" + size).expect(200);
        reader.get("/api/v1/public/log/consistency?from=1&to=" + size).expect(200);
        reader.get("/api/v1/public/log/consistency?from=1&to=" + (size + 1)).expect(404);
        reader.get("/api/v1/public/log/entries/" + size).expect(404);
    }

    @Test
    void isCopiedByItsAddressesAndReplayed() throws IOException {
        var citizen = DeskClient.at(port);
        var size = ApiClient.at(port).get("/api/v1/public/log").expect(200).number("/size");
        for (long n = 0; n * 256 < size; n++) {
            var width = Math.min(256, size - n * 256);
            var name = "%03d".formatted(n) + (width == 256 ? "" : ".p/" + width);
            for (var level : new String[] {"0", "entries"}) {
                var path = "log/tile/" + level + "/" + name;
                file(path, citizen.download("/" + path));
                assertThat(citizen.open("/" + path).response().headers().map().get("cache-control"))
                        .containsExactly("max-age=31536000, public, immutable");
            }
        }
        var whole = size / 256;
        if (whole > 0) {
            file("log/tile/1/000.p/" + whole, citizen.download("/log/tile/1/000.p/" + whole));
        }
        file("log/checkpoint", citizen.download("/log/checkpoint"));
        var keys = file("keys", citizen.download("/log/keys"));

        assertThat(verifier.run("log", folder.resolve("log").toString(), keys))
                .satisfies(it -> assertThat(it.status()).as(it.line()).isZero());
        citizen.open("/log/tile/0/000.p/257").expect(404);
        citizen.open("/log/tile/0/0").expect(404);
        citizen.open("/log/tile/9/000").expect(404);
    }

    @Test
    void handsOutTheVerifierWithItsHash() throws NoSuchAlgorithmException {
        var citizen = DeskClient.at(port);
        var page = citizen.open("/log").expect(200).text();
        for (var name : new String[] {"verifier.jar", "verify.html"}) {
            var content = citizen.download("/verify/" + name);
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(page).contains(name, HexFormat.of().formatHex(hash));
            assertThat(
                            citizen.open("/verify/" + name)
                                    .response()
                                    .headers()
                                    .firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"" + name + "\"");
        }
        citizen.open("/verify/other").expect(404);
    }

    @Test
    void isWitnessedByFile() throws IOException {
        var witness = folder.resolve("witness");
        var line = verifier.run("witness", witness.toString(), "new", "archives.example").line();
        var key = line.substring(line.lastIndexOf(' ') + 1);
        Files.write(witness.resolve("logs"), DeskClient.at(port).download("/log/keys"));
        var operator = DeskClient.at(port).signIn("operator", DemoPeople.PASSWORD);

        operator.open("/desk/log").send("/desk/log/witnesses", Map.of("key", "archives"));
        assertThat(operator.expect(422).text()).contains("这不是见证人的公钥");
        operator.open("/desk/log").send("/desk/log/witnesses", Map.of("key", key)).expect(302);
        sequencer.turn();
        var id = id(key);
        var request = file("request", operator.download("/desk/log/witnesses/" + id + "/request"));
        var answer = folder.resolve("answer");
        assertThat(verifier.run("witness", witness.toString(), request, answer.toString()).status())
                .isZero();
        var action = "/desk/log/witnesses/" + id + "/answer";
        operator.open("/desk/log").send(action, Map.of("answer", "— archives.example AAAAAAAA"));
        assertThat(operator.expect(422).text()).contains("没有 archives.example 对本日志");
        operator.open("/desk/log")
                .send(action, Map.of("answer", Files.readString(answer)))
                .expect(302);
        assertThat(operator.follow().text()).contains("答复有效");

        var standing = ApiClient.at(port).get("/api/v1/public/log").expect(200);
        assertThat(standing.number("/confirmed/size")).isEqualTo(standing.number("/size"));
        assertThat(standing.text("/checkpoint")).contains("— archives.example ");
        looksRightWith(standing.number("/size"));

        var program = DemoPeople.at(port).as("operator");
        program.put("/api/v1/log/quorum", Map.of("quorum", 2)).expect(422);
        program.put("/api/v1/log/quorum", Map.of("quorum", 1)).expect(200);
        program.get("/api/v1/log/witnesses/" + id + "/request?old=0").expect(200);
        program.post("/api/v1/log/witnesses/" + id + "/answers", Map.of("answer", "x")).expect(422);
        program.delete("/api/v1/log/witnesses/" + id).expect(204);
        assertThat(program.post("/api/v1/log/checks", Map.of()).expect(200).at("/fault").isNull())
                .isTrue();
        program.post(
                        "/api/v1/log/beats",
                        Map.of("beacon", "双色球", "round", "2021086", "value", "02 06"))
                .expect(201);
        DemoPeople.at(port).as("clerk").get("/api/v1/log").expect(403);
        DemoPeople.at(port).as("auditor").get("/api/v1/log").expect(200);
        DemoPeople.at(port)
                .as("auditor")
                .post("/api/v1/log/witnesses", Map.of("key", key))
                .expect(403);
    }

    private void looksRightWith(long size) {
        var check = new PageCheck();
        try (var window = Browser.open(Browser.WIDE, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            page.navigate("http://127.0.0.1:" + port + "/log");
            check.look(page, "log");
            assertThat(page.locator("main").innerText()).contains(size + " 条", "archives.example");
        }
        try (var operator = DeskWindow.of("operator", port)) {
            operator.page().navigate("http://127.0.0.1:" + port + "/desk/log");
            check.look(operator.page(), "log-desk");
        }
        assertThat(check.wrong()).isEmpty();
    }

    private long id(String key) {
        for (var each : DemoPeople.at(port).as("operator").get("/api/v1/log").at("/witnesses")) {
            if (each.get("key").asString().equals(key)) {
                return each.get("id").asLong();
            }
        }
        throw new AssertionError("No witness " + key);
    }

    private String file(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content).toString();
    }

    private long announce() {
        return new TransactionTemplate(transactions)
                .execute(
                        status ->
                                log.append(
                                        DrawEvents.of("inspections", "journey/1", 1)
                                                .announced("open")))
                .index();
    }
}
