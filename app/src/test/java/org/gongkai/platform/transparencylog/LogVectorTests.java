package org.gongkai.platform.transparencylog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.MerkleTree;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.commitments.Suite;
import org.gongkai.platform.draw.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

@DisplayName("Published vectors of logs (日志公开样例)")
class LogVectorTests {
    private static final String HERE = "/org/gongkai/platform/transparencylog/";

    @TestFactory
    Stream<DynamicTest> judgesProofsOfGrowthGoodAndBad() {
        var vectors = Vectors.json(HERE + "merkle-consistency.json");
        assertThat(vectors).hasSize(98);
        return each(vectors)
                .map(
                        it ->
                                DynamicTest.dynamicTest(
                                        it.get("file").asString() + " " + it.get("desc").asString(),
                                        () ->
                                                assertThat(grows(it))
                                                        .isNotEqualTo(
                                                                it.get("wantErr").asBoolean())));
    }

    private static boolean grows(JsonNode it) {
        return MerkleTree.isConsistent(
                Suite.SHA256,
                it.get("size1").asLong(),
                bytes(it.get("root1")),
                it.get("size2").asLong(),
                bytes(it.get("root2")),
                it.get("proof").isNull() ? List.of() : hashes(it.get("proof")));
    }

    @TestFactory
    Stream<DynamicTest> takesTheSignaturesOfRfc8032() {
        return each(Vectors.json(HERE + "rfc8032.json").get("cases"))
                .map(
                        it ->
                                DynamicTest.dynamicTest(
                                        it.get("name").asString(),
                                        () -> {
                                            var key =
                                                    new NoteKey(
                                                            "k",
                                                            NoteKey.ED25519,
                                                            hex(it.get("public")));
                                            var message =
                                                    new String(
                                                            hex(it.get("message")), "ISO-8859-1");
                                            var signature = hex(it.get("signature"));
                                            if (message.chars().allMatch(sign -> sign < 0x80)) {
                                                assertThat(key.verifies(message, signature))
                                                        .isTrue();
                                            }
                                            assertThat(key.verifies(message + "x", signature))
                                                    .isFalse();
                                        }));
    }

    @Test
    void takesTheExampleOfSignedNotes() {
        var file = Vectors.json(HERE + "c2sp-signed-note.json");
        var key = NoteKey.read(file.get("vkey").asString()).orElseThrow();
        var note = SignedNote.read(file.get("note").asString()).orElseThrow();

        assertThat(key.text()).isEqualTo(file.get("vkey").asString());
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.isSignedBy(key)).isTrue();
        var other = file.get("note").asString().replace("example m", "eXample m");
        assertThat(SignedNote.read(other).orElseThrow().isSignedBy(key)).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> judgesEntriesOfLargeRealLogs() {
        return each(Vectors.json(HERE + "rekor-entries.json"))
                .map(it -> DynamicTest.dynamicTest(it.get("name").asString(), () -> judge(it)));
    }

    private static void judge(JsonNode entry) {
        var root = bytes(entry.get("root"));
        assertThat(isIncluded(entry, root)).isEqualTo(entry.get("inclusion_ok").asBoolean());
        var note = SignedNote.read(entry.get("checkpoint").asString());
        assertThat(
                        note.flatMap(it -> Checkpoint.read(it.text()))
                                .filter(it -> Arrays.equals(it.root(), root))
                                .isPresent())
                .isEqualTo(entry.get("checkpoint_root_ok").asBoolean());
        assertThat(note.filter(it -> isSigned(entry, it)).isPresent())
                .isEqualTo(entry.get("log_signature_ok").asBoolean());
    }

    private static boolean isIncluded(JsonNode entry, byte[] root) {
        try {
            var computed =
                    MerkleTree.rootFromProof(
                            Suite.SHA256,
                            MerkleTree.leafHash(Suite.SHA256, bytes(entry.get("leaf"))),
                            entry.get("index").asLong(),
                            entry.get("size").asLong(),
                            hashes(entry.get("hashes")),
                            Path.ROOT);
            return Arrays.equals(computed, root);
        } catch (CommitmentRefused refused) {
            return false;
        }
    }

    /** Keys of these logs are Ed25519, or ECDSA, which ours never is and the test judges itself. */
    private static boolean isSigned(JsonNode entry, SignedNote note) {
        var name = entry.get("origin").asString().split(" ")[0];
        return each(entry.get("keys"))
                .anyMatch(
                        key -> {
                            var der = bytes(key.get("raw"));
                            if (key.get("details").asString().contains("ED25519")) {
                                var raw = Arrays.copyOfRange(der, der.length - 32, der.length);
                                return note.isSignedBy(new NoteKey(name, NoteKey.ED25519, raw));
                            }
                            var id = Arrays.copyOf(Suite.SHA256.hash(der), 4);
                            return note.lines().stream()
                                    .filter(it -> it.name().equals(name))
                                    .filter(it -> Arrays.equals(it.id(), id))
                                    .anyMatch(it -> ecdsa(der, note.text(), it.signature()));
                        });
    }

    private static boolean ecdsa(byte[] der, String text, byte[] signature) {
        try {
            var verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(
                    KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der)));
            verifier.update(text.getBytes(UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    @Test
    void takesSm2SignaturesAndItsOwn() {
        var example = Vectors.json("sm2-sm3.json").get("sm2").get(0);
        var point =
                HexFormat.of()
                        .parseHex(
                                "04"
                                        + example.get("public_x").asString()
                                        + example.get("public_y").asString());
        var message = example.get("message").asString().getBytes(UTF_8);
        var user = example.get("user_id").asString().getBytes(UTF_8);
        var signature =
                HexFormat.of().parseHex(example.get("r").asString() + example.get("s").asString());

        assertThat(Sm2.verifies(point, user, message, signature)).isTrue();
        signature[40] ^= 1;
        assertThat(Sm2.verifies(point, user, message, signature)).isFalse();

        var secret = Sm2.newSecret();
        var own = Sm2.sign(secret, message);
        assertThat(own).hasSize(64);
        assertThat(Sm2.verifies(Sm2.material(secret), message, own)).isTrue();
        own[3] ^= 1;
        assertThat(Sm2.verifies(Sm2.material(secret), message, own)).isFalse();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<byte[]> hashes(JsonNode list) {
        return each(list).map(LogVectorTests::bytes).toList();
    }

    private static byte[] bytes(JsonNode base64) {
        return base64.isNull() ? new byte[0] : Base64.getDecoder().decode(base64.asString());
    }

    private static byte[] hex(JsonNode digits) {
        return HexFormat.of().parseHex(digits.asString());
    }
}
