package org.gongkai.platform.draw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Fault;
import org.gongkai.platform.commitments.FaultNamed;
import org.gongkai.platform.commitments.JsonReader;
import org.gongkai.platform.commitments.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Real rounds, pulses and numbers, and what is not one. */
@DisplayName("Sources of randomness (随机数来源)")
class SourceTests {
    private static final DrawManifest MANIFEST = Vectors.example().manifest();
    private static final JsonNode DRAND = Vectors.json("drand-rounds.json");
    private static final JsonNode NIST = Vectors.json("nist-pulse-54610.json");

    @ParameterizedTest
    @ValueSource(strings = {"default", "testnet-unchained", "quicknet"})
    void takeRealRoundsOfDrand(String chain) {
        for (var round : DRAND.at("/chains/" + chain + "/rounds")) {
            var source = drand(chain, round.get("round").asLong());

            assertThat(Vectors.hex(value(source, drandDisclosure(round))))
                    .isEqualTo(round.get("randomness").asString());
        }
    }

    @Test
    void refuseWhatIsNoSignatureOfTheRoundAnnounced() {
        assertThat(DRAND.get("reject")).hasSize(2);
        for (var reject : DRAND.get("reject")) {
            var source = drand(reject.get("chain").asString(), reject.get("round").asLong());

            assertRefused(source, drandDisclosure(reject), DrawFault.WRONG_SIGNATURE);
        }
    }

    /** Quicknet began at 2023-08-23 15:09:27 UTC and speaks every three seconds. */
    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource({
        "2023-08-23T15:09:27Z, 1",
        "2023-08-23T15:09:28Z, 2",
        "2023-08-23T15:09:30Z, 2",
        "2023-08-23T15:09:31Z, 3",
        "2023-08-23T15:15:33Z, 123",
        "2020-01-01T00:00:00Z, 1"
    })
    void nameTheRoundOfDrandThatComesOutNext(Instant moment, long round) {
        assertThat(DrandSource.roundAt(moment, 1692803367, 3)).isEqualTo(round);
    }

    @Test
    void comeOutWhenTheManifestSays() {
        var quicknet = new DrandSource("d", "", "", "", 1692803367, 3, 123);

        assertThat(quicknet.comesOut()).contains(Instant.parse("2023-08-23T15:15:33Z"));
        assertThat(nist("2018-08-31T01:44:00+08:00", 54610).comesOut())
                .contains(Instant.parse("2018-08-30T17:44:00Z"));
        assertThat(MANIFEST.sources().getFirst().comesOut())
                .contains(Instant.parse("2023-08-24T13:15:00Z"));
        assertThat(reveal("00".repeat(32)).comesOut()).isEmpty();
    }

    @Test
    void takeARealPulse() {
        assertThat(Vectors.hex(value(nist("2018-08-30T17:44:00Z", 54610), pulse())))
                .isEqualTo(NIST.at("/pulse/outputValue").asString().toLowerCase(Locale.ROOT));
    }

    @Test
    void takeAPulseAnnouncedInBeijingTime() {
        assertThat(value(nist("2018-08-31T01:44:00+08:00", 54610), pulse())).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource({"2018-08-30T17:45:00Z, 54610", "2018-08-30T17:44:00Z, 54611"})
    void refuseAnotherPulseThanAnnounced(String at, long number) {
        assertRefused(nist(at, number), pulse(), DrawFault.OTHER_PULSE);
    }

    @Test
    void refuseAPulseWithAnyFieldChanged() {
        for (var place : Mutations.places(pulse())) {
            for (var changed : Mutations.at(pulse(), place)) {
                assertThatThrownBy(() -> value(nist("2018-08-30T17:44:00Z", 54610), changed))
                        .as(place + " " + changed)
                        .isInstanceOf(CommitmentRefused.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rfc3797.json", "rfc3797-nomcom2022.json"})
    void writeNumbersAsRfc3797DoesInItsExampleAndInARealSelection(String file) {
        for (var each : Vectors.json(file).get("cases")) {
            var key = new StringBuilder();
            for (var source : each.get("sources")) {
                var numbers =
                        source.isNumber()
                                ? List.<Object>of(source.asLong())
                                : source.valueStream().map(it -> (Object) it.asLong()).toList();
                var group = new NumbersSource.Group(numbers.size(), 0, 9999, false);
                key.append(group.text(numbers, Path.ROOT));
            }
            assertThat(key.toString()).isEqualTo(each.get("key_string").asString());
        }
    }

    @Test
    void keepTheOrderOfNumbersOnlyWhereItCounts() {
        var ordered = new NumbersSource.Group(3, 0, 9, true);
        var unordered = new NumbersSource.Group(3, 0, 9, false);

        assertThat(ordered.text(List.of(7L, 0L, 7L), Path.ROOT)).isEqualTo("7.0.7./");
        assertThat(unordered.text(List.of(9L, 0L, 3L), Path.ROOT)).isEqualTo("0.3.9./");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[1,2,3]]          | WRONG_NUMBERS",
                "[[1,2],[3]]        | WRONG_NUMBERS",
                "[]                 | WRONG_NUMBERS",
                "[[1,34]]           | OUT_OF_RANGE",
                "[[0,1]]            | OUT_OF_RANGE",
                "[[5,5]]            | REPEATED",
                "[5]                | WRONG_TYPE"
            })
    void refuseNumbersThatCannotHaveBeenDrawn(
            String groups, @ConvertWith(FaultNamed.class) Fault fault) {
        var source =
                new NumbersSource(
                        "n",
                        "n",
                        "1",
                        "2023-08-24T21:15:00+08:00",
                        List.of(new NumbersSource.Group(2, 1, 33, false)));

        assertRefused(
                source, JsonReader.read(("{\"groups\":" + groups + "}").getBytes(UTF_8)), fault);
    }

    @Test
    void openAWitnessNonceOnlyAsItWasBound() {
        var nonce = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
        var source = reveal(nonce);

        assertThat(value(source, Map.of("nonce", nonce))).isEqualTo(Vectors.hex(nonce));
        assertThat(value(source, Map.of("absent", true))).isEmpty();
        assertRefused(source, Map.of("nonce", "0".repeat(64)), DrawFault.BROKEN_COMMITMENT);
        assertRefused(source, Map.of("absent", false), CommitmentFault.NOT_ALLOWED);
        assertRefused(source, Map.of("absent", true, "nonce", nonce), CommitmentFault.NOT_ALLOWED);
        assertRefused(
                source, Map.of("nonce", nonce.toUpperCase(Locale.ROOT)), CommitmentFault.NOT_HEX);
        assertRefused(source, Map.of(), CommitmentFault.MISSING);
    }

    private static RevealSource reveal(String nonce) {
        var commit =
                RevealSource.commit(MANIFEST.suite(), MANIFEST.drawId(), "证人", Vectors.hex(nonce));
        return new RevealSource("证人", Vectors.hex(commit));
    }

    private static byte[] value(Source source, Object disclosure) {
        var read = Source.of(JsonReader.read(CanonicalJson.write(source.toJson())), Path.ROOT);
        assertThat(read).isEqualTo(source);
        return read.value(disclosure, MANIFEST, Path.ROOT);
    }

    private static void assertRefused(Source source, Object disclosure, Fault fault) {
        assertThatThrownBy(() -> value(source, disclosure))
                .isInstanceOfSatisfying(
                        CommitmentRefused.class, it -> assertThat(it.fault()).isEqualTo(fault));
    }

    private static DrandSource drand(String chain, long round) {
        var facts = DRAND.at("/chains/" + chain);
        return new DrandSource(
                "drand",
                facts.get("scheme").asString(),
                facts.get("public_key").asString(),
                facts.get("chain_hash").asString(),
                facts.path("genesis_time").asLong(1),
                facts.path("period").asLong(30),
                round);
    }

    private static Object drandDisclosure(JsonNode round) {
        var disclosure = CanonicalJson.object("signature", round.get("signature").asString());
        if (round.has("previous")) {
            disclosure.put("previous", round.get("previous").asString());
        }
        return disclosure;
    }

    private static NistSource nist(String at, long pulse) {
        return new NistSource(
                "nist",
                1,
                pulse,
                NIST.get("modulus").asString(),
                NIST.get("exponent").asLong(),
                at);
    }

    private static Object pulse() {
        return JsonReader.read(NIST.get("pulse").toString().getBytes(UTF_8));
    }
}
