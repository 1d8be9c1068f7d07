package org.gongkai.opengov.inspections.draws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.commitments.Suite;
import org.gongkai.platform.draw.DrawVerification;
import org.gongkai.platform.draw.RevealSource;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddressBook;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("Rules C1 to C6 of the ceremony (抽取仪式规则)")
class CeremonyRulesTests {
    private static final byte[] NONCE = new byte[32];

    @LocalServerPort int port;
    @Autowired TestClock clock;
    @Autowired TestDatabase database;
    @Autowired PublicAddressBook addresses;

    private JdbcClient owner;

    @BeforeEach
    void holders() {
        owner = JdbcClient.create(database.owner());
    }

    @Test
    void c1FreezesTenMinutesBeforeTheFirstPublicSource() {
        var ceremony = DrawCeremony.open(port, clock, 3).announce();

        clock.set("2021-07-30T21:20:01+08:00");
        var late = ceremony.at("2021-07-30T21:20:01+08:00").step("freeze", Map.of());
        assertThat(late.expect(409).text("/detail")).contains("C1", "2021年7月30日 21:20");

        ceremony.at("2021-07-30T21:20:00+08:00").step("freeze", Map.of()).expect(200);
    }

    @Test
    void c1TakesNoNonceAfterItsTimeAndCountsItsWitnessAsAbsentBeforeTheDiceFall() {
        var ceremony = withWitnesses();
        var code = link(ceremony, "witness-1");
        var other = link(ceremony, "witness-2");
        nonce(ceremony, Map.of("code", code, "commitment", commitment(ceremony, "witness-1")))
                .expect(200);
        nonce(ceremony, Map.of("code", other, "commitment", commitment(ceremony, "witness-2")))
                .expect(200);
        ceremony.freeze();
        var wrong = nonce(ceremony, Map.of("code", code, "nonce", "11".repeat(32)));
        assertThat(wrong.expect(422).body()).contains("这不是您冻结前承诺的那个随机数");
        nonce(ceremony, Map.of("code", code, "nonce", hex(NONCE))).expect(200);
        assertThat(ceremony.read().text("/state")).isEqualTo("frozen");

        ceremony.at("2021-07-30T21:25:00+08:00");
        var late = nonce(ceremony, Map.of("code", other, "nonce", hex(NONCE)));
        assertThat(late.expect(409).text("/detail")).contains("C1");

        ceremony.numbers().draw();
        var drawn = ceremony.read();
        assertThat(drawn.at("/sources/1/disclosed/nonce").asText()).isEqualTo(hex(NONCE));
        assertThat(drawn.at("/sources/2/disclosed/absent").asBoolean()).isTrue();
        assertThat(bundle(ceremony).valid()).isTrue();
    }

    @Test
    void c2TakesNoOtherSourceThanTheOneAnnounced() {
        var ceremony =
                DrawCeremony.open(port, clock, 3)
                        .announce()
                        .freeze()
                        .at("2021-07-30T21:40:00+08:00");

        var next = ceremony.type("keeper", "2021202", DrawCeremony.numbersFrom(1));
        assertThat(next.expect(422).body()).contains("C2", DrawCeremony.ISSUE);
        var other =
                ceremony.step(
                        "source",
                        Map.of("source", "ssq-1", "issue", "2021087", "groups", List.of()));
        assertThat(other.expect(422).body()).contains("C2");
        var outOfRange = ceremony.type("keeper", DrawCeremony.ISSUE, DrawCeremony.numbersFrom(70));
        outOfRange.expect(422);
    }

    @Test
    void c3CallsNothingOffOnceTheDiceFell() {
        var ceremony = DrawCeremony.open(port, clock, 3).announce().freeze();

        ceremony.at(DrawCeremony.AT);
        var late = ceremony.step("void", Map.of("reason", "换一次"));

        assertThat(late.expect(409).text("/detail")).contains("C3");
        ceremony.numbers();
        assertThat(ceremony.step("void", Map.of("reason", "换一次")).expect(409).text("/detail"))
                .contains("C3");
        ceremony.draw();
        ceremony.step("draw", Map.of()).expect(409);
    }

    @Test
    void c4NumbersDrawsWithoutAGapAndKeepsVoidsInPublic() {
        var first = DrawCeremony.open(port, clock, 3).announce();
        first.step("void", Map.of("reason", " ")).expect(422);
        first.step("void", Map.of("reason", "停电")).expect(200);
        DrawCeremony.open(port, clock, 3).with("title", "").tryToAnnounce().expect(422);
        failLog();
        DrawCeremony.open(port, clock, 3).tryToAnnounce().expect(500);
        mendLog();

        var second = DrawCeremony.open(port, clock, 3).announce();

        assertThat(second.seq()).isEqualTo(first.seq() + 1);
        var seen = first.people().reader().get(first.publicPath()).expect(200);
        assertThat(seen.text("/state")).isEqualTo("void");
        assertThat(seen.at("/events/1/words").asText()).isEqualTo("停电");
    }

    @Test
    void c4KeepsWhatWasFrozenInPublicWhenTheDrawIsVoid() {
        var ceremony = DrawCeremony.open(port, clock, 3).announce().freeze();

        ceremony.step("void", Map.of("reason", "停电")).expect(200);

        var page = ceremony.publicPath().replace("/api/v1/public", "");
        try (var all = addresses.all()) {
            assertThat(all.map(PublicAddress::address))
                    .contains(page, page + "/manifest.json")
                    .doesNotContain(page + "/bundle.json");
        }
    }

    @Test
    void c5TakesNothingBeforeTheSourceHasSpoken() {
        var ceremony = DrawCeremony.open(port, clock, 3).announce().freeze();

        ceremony.at("2021-07-30T21:29:59+08:00");
        var early = ceremony.type("keeper", DrawCeremony.ISSUE, DrawCeremony.numbersFrom(1));

        assertThat(early.expect(409).text("/detail")).contains("C5", "2021年7月30日 21:30");
        ceremony.step("draw", Map.of()).expect(409);
    }

    @Test
    void c6FreezesASealedDrawOnlyWithThreeHoldersAndLetsAnyTwoReveal() throws Exception {
        var keeper = DemoPeople.at(port).as("keeper");
        Holders.take(keeper);
        var last = keeper.get("/api/v1/inspections/escrow-holders").at("/items/2/id").asLong();
        keeper.delete("/api/v1/inspections/escrow-holders/" + last).expect(204);
        var ceremony = DrawCeremony.sealed(port, clock, 3).announce();
        assertThat(ceremony.step("freeze", Map.of()).expect(409).text("/detail")).contains("C6");
        Holders.take(DemoPeople.at(port).as("keeper"));
        ceremony.freeze().numbers().draw();

        var reader = ceremony.people().reader();
        reader.get(ceremony.bundlePath()).expect(404);
        var site = "/draws/" + ceremony.read().text("/agency") + "/" + ceremony.seq();
        var published = ceremony.publicPath();
        var bundle = ceremony.bundlePath();
        var shares =
                List.of(
                        Holders.open(0, DeskClient.at(port).download(site + "/escrow-1.bin")),
                        Holders.open(2, DeskClient.at(port).download(site + "/escrow-3.bin")));
        clock.set("2021-08-31T23:00:00+08:00");
        assertThat(reveal(site, shares.get(0), shares.get(1)).text()).contains("C6");

        clock.set("2021-09-01T00:00:00+08:00");
        assertThat(DeskClient.at(port).open(site).text()).contains("至今没有揭示", "托管人1");
        assertThat(reveal(site, shares.get(0), shares.get(0)).text()).contains("合不出");
        reveal(site, shares.get(0), shares.get(1)).expect(302);

        assertThat(reader.get(published).text("/state")).isEqualTo("revealed");
        assertThat(
                        DrawVerification.of(
                                        reader.get(bundle)
                                                .expect(200)
                                                .body()
                                                .getBytes(StandardCharsets.UTF_8))
                                .valid())
                .isTrue();
    }

    private DeskClient reveal(String site, String one, String other) {
        var page = DeskClient.at(port).open(site + "/escrow");
        return page.post(site + "/escrow", Map.of("one", one, "other", other));
    }

    private DrawCeremony withWitnesses() {
        return DrawCeremony.open(port, clock, 3)
                .with("witnesses", List.of("银川市司法局", "市民代表"))
                .announce();
    }

    private String link(DrawCeremony ceremony, String witness) {
        return ceremony.step("witnesses/" + witness + "/link", Map.of()).expect(201).text("/code");
    }

    private ApiAnswer nonce(DrawCeremony ceremony, Map<String, ?> body) {
        return ceremony.people().as("office").post(ceremony.path("nonce"), body);
    }

    private static String commitment(DrawCeremony ceremony, String witness) {
        return hex(RevealSource.commit(Suite.SM3, ceremony.read().text("/draw"), witness, NONCE));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static DrawVerification bundle(DrawCeremony ceremony) {
        return DrawVerification.of(
                ceremony.people()
                        .reader()
                        .get(ceremony.bundlePath())
                        .expect(200)
                        .body()
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void failLog() {
        LogTrouble.begin(owner);
    }

    private void mendLog() {
        LogTrouble.end(owner);
    }
}
