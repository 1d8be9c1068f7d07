package org.gongkai.opengov.inspections.draws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.platform.commitments.Framing;
import org.gongkai.platform.draw.DrawVerification;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Round 123 of drand's quicknet, as it came out on 23 August 2023, and five minutes later the pulse
 * of a beacon built like NIST's with a key of its own: NIST's own pulse of 2018 is older than the
 * demo agency's log.
 */
@DemoAgencyTest
@DisplayName("Beacons as sources of a draw (随机信标): pasted, verified in full, drawn from")
class BeaconDrawTests {
    private static final String SETTINGS = "/api/v1/inspections/draw-settings";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PULSE_AT = "2023-08-23T15:20:00.000Z";
    private static final long PULSE = 54_611;

    @LocalServerPort int port;
    @Autowired TestClock clock;

    private KeyPair beacon;
    private DrawCeremony ceremony;

    @BeforeEach
    void announceable() throws GeneralSecurityException {
        var making = KeyPairGenerator.getInstance("RSA");
        making.initialize(2048);
        beacon = making.generateKeyPair();
        ceremony =
                DrawCeremony.open(port, clock, 3)
                        .at("2023-08-23T22:00:00+08:00")
                        .with("title", "信标抽取")
                        .with("numbers", List.of())
                        .with("beacons", List.of(quicknet(), ownBeacon()))
                        .with("checkFrom", "2023-08-28")
                        .with("checkTo", "2023-09-15");
    }

    @AfterEach
    void switchOff() {
        switched(false);
    }

    @Test
    void areOffUntilSwitchedOnAndThenVerifiedInFull() throws GeneralSecurityException {
        assertThat(ceremony.tryToAnnounce().expect(422).body()).contains("没有开启境外随机信标");
        switched(true);
        ceremony.announce().freeze();
        var round = Map.of("signature", drand().at("/rounds/0/signature").asString());
        assertThat(paste("keeper", "quicknet", round).expect(409).body()).contains("C5");

        ceremony.at("2023-08-23T23:16:00+08:00");
        var desk = DeskClient.at(port).signIn("keeper", DemoPeople.PASSWORD);
        var page = "/desk/inspections/draws/" + ceremony.seq();
        var signature = round.get("signature");
        var forged = "{\"signature\":\"" + signature.replace("b75c69d0", "b75c69d1") + "\"}";
        var refused = desk.open(page).send(page + "/source", pasted("quicknet", forged));
        assertThat(refused.expect(422).page().select("textarea[name=disclosure]").text())
                .isEqualTo(forged);
        assertThat(refused.page().select(".has-problem")).hasSize(1);
        assertThat(ceremony.read().text("/state")).isEqualTo("nonces-in");

        var taken =
                desk.open(page)
                        .send(
                                page + "/source",
                                pasted("quicknet", "{\"signature\": \"" + signature + "\"}"))
                        .expect(302)
                        .follow();
        assertThat(taken.text()).contains("信标的签名和轮次核验无误");
        assertThat(ceremony.read().text("/state")).isEqualTo("nonces-in");

        ceremony.at("2023-08-23T23:21:00+08:00");
        assertThat(paste("office", "quicknet", round).expect(409).body()).contains("已经取数");
        paste("office", "pulse", pulse(PULSE + 1)).expect(422);
        var changed = pulse(PULSE);
        changed.put("localRandomValue", "00".repeat(64));
        paste("office", "pulse", changed).expect(422);
        paste("clerk", "pulse", pulse(PULSE)).expect(403);
        assertThat(paste("office", "pulse", pulse(PULSE)).expect(200).text("/outcome"))
                .isEqualTo("taken");
        ceremony.draw();

        var bundle =
                ceremony.people()
                        .reader()
                        .get(ceremony.bundlePath())
                        .expect(200)
                        .body()
                        .getBytes(StandardCharsets.UTF_8);
        var root = ceremony.read().text("/result/root");
        assertThat(DrawVerification.of(bundle).valid()).isTrue();
        assertThat(Verifier.load().verdict(bundle)).contains(root).doesNotContain("refused");
        var other = new String(bundle, StandardCharsets.UTF_8).replace("b75c69d0", "b75c69d1");
        assertThat(Verifier.load().verdict(other.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("refused: not the genuine signature of this round");
    }

    private void switched(boolean on) {
        DemoPeople.at(port)
                .as("keeper")
                .put(SETTINGS, Map.of("beacons", on, "openUnits", "drawn", "openOfficers", "none"))
                .expect(200);
    }

    private ApiAnswer paste(String who, String source, Map<String, ?> disclosure) {
        return ceremony.people()
                .as(who)
                .post(ceremony.path("source"), Map.of("source", source, "disclosure", disclosure));
    }

    private static Map<String, String> pasted(String source, String disclosure) {
        return Map.of("source", source, "disclosure", disclosure);
    }

    private static Map<String, Object> quicknet() {
        var chain = drand();
        return Map.of(
                "id", "quicknet",
                "kind", "drand",
                "scheme", chain.get("scheme").asString(),
                "public_key", chain.get("public_key").asString(),
                "chain_hash", chain.get("chain_hash").asString(),
                "genesis", chain.get("genesis_time").asLong(),
                "period", chain.get("period").asLong(),
                "round", chain.at("/rounds/0/round").asLong());
    }

    private Map<String, Object> ownBeacon() {
        var key = (RSAPublicKey) beacon.getPublic();
        return Map.of(
                "id",
                "pulse",
                "kind",
                "nist",
                "chain",
                1,
                "pulse",
                PULSE,
                "modulus",
                key.getModulus().toString(16),
                "exponent",
                key.getPublicExponent().longValueExact(),
                "at",
                "2023-08-23T23:20:00+08:00");
    }

    /** NIST's pulse, said again by our beacon under this number. */
    private Map<String, Object> pulse(long number) throws GeneralSecurityException {
        var pulse = new LinkedHashMap<String, Object>();
        vector("nist-pulse-54610.json")
                .get("pulse")
                .properties()
                .forEach(
                        it ->
                                pulse.put(
                                        it.getKey(),
                                        JSON.treeToValue(it.getValue(), Object.class)));
        pulse.put("pulseIndex", number);
        pulse.put("timeStamp", PULSE_AT);
        var signed = signed(pulse, number);
        var signing = Signature.getInstance("SHA512withRSA");
        signing.initSign(beacon.getPrivate());
        signing.update(signed.bytes());
        var signature = signing.sign();
        pulse.put("signatureValue", upper(signature));
        var hash = MessageDigest.getInstance("SHA-512").digest(signed.raw(signature).bytes());
        pulse.put("outputValue", upper(hash));
        return pulse;
    }

    private static Framing signed(Map<String, Object> pulse, long number) {
        var external = (Map<?, ?>) pulse.get("external");
        var framing =
                new Framing()
                        .part((String) pulse.get("uri"))
                        .part((String) pulse.get("version"))
                        .number(number(pulse.get("cipherSuite")))
                        .number(number(pulse.get("period")))
                        .part(hex(pulse.get("certificateId")))
                        .wide(number(pulse.get("chainIndex")))
                        .wide(number)
                        .part(PULSE_AT)
                        .part(hex(pulse.get("localRandomValue")))
                        .part(hex(external.get("sourceId")))
                        .number(number(external.get("statusCode")))
                        .part(hex(external.get("value")));
        for (var each : (List<?>) pulse.get("listValues")) {
            framing.part(hex(((Map<?, ?>) each).get("value")));
        }
        return framing.part(hex(pulse.get("precommitmentValue")))
                .number(number(pulse.get("statusCode")));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static byte[] hex(Object value) {
        return HexFormat.of().parseHex(((String) value).toLowerCase(Locale.ROOT));
    }

    private static String upper(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static JsonNode drand() {
        return vector("drand-rounds.json").at("/chains/quicknet");
    }

    private static JsonNode vector(String file) {
        try (var in = DrawVerification.class.getResourceAsStream(file)) {
            return JSON.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
