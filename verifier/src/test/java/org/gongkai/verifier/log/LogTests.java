package org.gongkai.verifier.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECCurve;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.MerkleTree;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.Node;
import org.gongkai.verifier.testing.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The log — govlog/1")
class LogTests {
    private static final String ORIGIN = "log.example/640100-113";
    private static final NoteSigner LOG = signer(ORIGIN, NoteKey.ED25519, 1);
    private static final NoteSigner WITNESS = signer("w1.example", NoteKey.COSIGNATURE, 2);
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-26T04:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    @TestFactory
    List<DynamicTest> takesTheSignaturesOfRfc8032() {
        return Vectors.json("rfc8032.json").get("cases").items().stream()
                .map(
                        it ->
                                DynamicTest.dynamicTest(
                                        it.get("name").text(),
                                        () -> {
                                            NoteKey key =
                                                    NoteKey.of("k", 1, it.get("public").hex());
                                            byte[] signature = it.get("signature").hex();
                                            byte[] message = it.get("message").hex();

                                            assertThat(key.ed25519(message, signature)).isTrue();
                                            signature[40] ^= 1;
                                            assertThat(key.ed25519(message, signature)).isFalse();
                                        }))
                .toList();
    }

    @Test
    void takesTheExampleOfSignedNotes() {
        Node file = Vectors.json("c2sp-signed-note.json");
        String text = file.get("note").text();
        List<NoteKey> keys = List.of(NoteKey.read(file.get("vkey").text()));

        Note note = Note.read(text);
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.verified(keys)).hasSize(1);
        assertThat(keys.get(0).text()).isEqualTo(file.get("vkey").text());
        assertThat(note.verified(List.of(LOG.key()))).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Note.read(text.replace("example m", "eXample m")).verified(keys));
    }

    @TestFactory
    List<DynamicTest> judgesEntriesOfLargeRealLogs() {
        return Vectors.json("rekor-entries.json").items().stream()
                .map(it -> DynamicTest.dynamicTest(it.get("name").text(), () -> judge(it)))
                .toList();
    }

    private static void judge(Node entry) {
        byte[] leaf = Base64.getDecoder().decode(entry.get("leaf").text());
        byte[] root =
                MerkleTree.rootByInclusion(
                        Suite.SHA256,
                        entry.get("index").integer(0, Long.MAX_VALUE),
                        entry.get("size").integer(0, Long.MAX_VALUE),
                        MerkleTree.leafHash(Suite.SHA256, leaf),
                        entry.get("hashes").items().stream()
                                .map(it -> Base64.getDecoder().decode(it.text()))
                                .toList());
        byte[] claimed = Base64.getDecoder().decode(entry.get("root").text());
        assertThat(Arrays.equals(root, claimed)).isEqualTo(entry.get("inclusion_ok").truth());
        assertThat(hasRoot(entry, claimed)).isEqualTo(entry.get("checkpoint_root_ok").truth());
        assertThat(isSigned(entry)).isEqualTo(entry.get("log_signature_ok").truth());
    }

    private static boolean hasRoot(Node entry, byte[] root) {
        try {
            return Arrays.equals(Checkpoint.read(entry.get("checkpoint").text()).root(), root);
        } catch (Refusal notACheckpoint) {
            return false;
        }
    }

    /**
     * The log's name in these entries is the origin up to its shard; ECDSA and Ed25519 keys occur.
     */
    private static boolean isSigned(Node entry) {
        try {
            String checkpoint = entry.get("checkpoint").text();
            String name = entry.get("origin").text().split(" ")[0];
            List<NoteKey> keys = new ArrayList<>();
            for (Node each : entry.get("keys").items()) {
                byte[] der = Base64.getDecoder().decode(each.get("raw").text());
                boolean isEdwards = each.get("details").text().contains("ED25519");
                keys.add(
                        isEdwards
                                ? NoteKey.of(
                                        name,
                                        1,
                                        Arrays.copyOfRange(der, der.length - 32, der.length))
                                : NoteKey.of(name, NoteKey.ECDSA, der));
            }
            return !Note.read(checkpoint).verified(keys).isEmpty();
        } catch (Refusal refusal) {
            return false;
        }
    }

    @Test
    void takesSm2SignaturesOfTheRecommendedCurve() {
        Node example = Vectors.json("sm2-sm3.json").get("sm2").items().get(0);
        byte[] point = point(example);
        byte[] message = Suite.utf8(example.get("message").text());
        byte[] user = Suite.utf8(example.get("user_id").text());
        byte[] signature = joined(example.get("r").hex(), example.get("s").hex());

        assertThat(NoteKey.isSignedWithSm2(point, user, message, signature)).isTrue();
        signature[40] ^= 1;
        assertThat(NoteKey.isSignedWithSm2(point, user, message, signature)).isFalse();
    }

    /** The other example of the standard is over a curve of its own: the same signer judges it. */
    @Test
    void takesSm2SignaturesOfTheTestCurve() {
        Node example = Vectors.json("sm2-sm3.json").get("sm2").items().get(1);
        Node c = example.get("curve");
        var curve =
                new ECCurve.Fp(
                        number(c, "p"),
                        number(c, "a"),
                        number(c, "b"),
                        number(c, "n"),
                        BigInteger.ONE);
        var domain =
                new ECDomainParameters(
                        curve, curve.createPoint(number(c, "gx"), number(c, "gy")), number(c, "n"));
        var signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(
                false,
                new ParametersWithID(
                        new ECPublicKeyParameters(curve.decodePoint(point(example)), domain),
                        Suite.utf8(example.get("user_id").text())));
        byte[] message = Suite.utf8(example.get("message").text());
        signer.update(message, 0, message.length);

        assertThat(signer.verifySignature(joined(example.get("r").hex(), example.get("s").hex())))
                .isTrue();
    }

    @Test
    void knowsWhenAQuorumHadSeenACheckpoint() {
        String text = ORIGIN + "\n0\n" + base64(new MerkleTree(Suite.SHA256).root()) + "\n";
        NoteSigner second = signer("w2.example", NoteKey.COSIGNATURE, 3);
        NoteSigner third = signer("w3.example", NoteKey.COSIGNATURE, 4);
        Checkpoint checkpoint =
                Checkpoint.read(
                        text
                                + "\n"
                                + LOG.sign(text)
                                + WITNESS.cosign(text, 300)
                                + second.cosign(text, 100)
                                + third.cosign(text, 200));
        List<NoteKey> keys = List.of(LOG.key(), WITNESS.key(), second.key(), third.key());

        checkpoint.verify(keys);
        assertThat(checkpoint.witnessed(keys, 2)).contains(Instant.ofEpochSecond(200));
        assertThat(checkpoint.witnessed(keys.subList(0, 2), 2)).isEmpty();
        assertThat(checkpoint.witnesses(keys)).isEqualTo(3);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> checkpoint.verify(List.of(WITNESS.key())));
    }

    @Test
    void isReplayedLeafByLeaf() throws IOException {
        write(leaves(600));
        LogFolder log = LogFolder.open(folder);
        Checkpoint older = Checkpoint.read(checkpoint(leaves(257)));

        assertThat(log.replay(List.of(older))).hasSize(600);
        assertThat(run("log", folder.toString(), LOG.key().text())).startsWith("有效");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tile/entries/000", "tile/entries/002.p/88", "tile/0/001", "tile/1/000.p/2"})
    void isRefusedWithAByteChanged(String file) throws IOException {
        write(leaves(600));
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        bytes[50] ^= 1;
        Files.write(folder.resolve(file), bytes);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> LogFolder.open(folder).replay(List.of()));
    }

    @Test
    void isRefusedWhenItsHistoryWasRewritten() throws IOException {
        List<byte[]> leaves = leaves(10);
        Checkpoint older = Checkpoint.read(checkpoint(leaves.subList(0, 5)));
        leaves.set(3, leaf(999));
        write(leaves);

        assertThat(LogFolder.open(folder).replay(List.of())).hasSize(10);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> LogFolder.open(folder).replay(List.of(older)))
                .withMessageContaining("rewritten");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":\"govlog/1\",\"k\":\"draw.result\",\"t\":\"2021-07-30T09:00:00+08:00\"}",
                "{\"k\":\"draw.other\",\"t\":\"2021-07-30T09:00:00+08:00\",\"v\":\"govlog/1\"}",
                "{\"k\":\"draw.result\",\"t\":\"2021-07-30T09:00:00Z\",\"v\":\"govlog/1\"}",
                "{\"k\":\"draw.result\",\"t\":\"2021-02-30T09:00:00+08:00\",\"v\":\"govlog/1\"}",
                "{\"k\":\"draw.result\",\"t\":\"2021-07-30T09:00:00+08:00\",\"v\":\"govlog/2\"}",
                "{\"c\":\"00\",\"k\":\"req.received\",\"t\":\"2021-07-30T09:00:00+08:00\",\"v\":\"govlog/1\"}"
            })
    void holdsNoOtherLeaves(String text) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Leaf.read(Suite.utf8(text)));
    }

    @Test
    void givesReceiptsThatLeadToItsRoot() throws IOException {
        List<byte[]> leaves = leaves(3);
        String proof = proof(leaves);
        Path file = Files.writeString(folder.resolve("receipt.tlog-proof"), proof);
        Path leaf = Files.write(folder.resolve("leaf.json"), leaves.get(2));
        Path other = Files.write(folder.resolve("other.json"), leaves.get(1));
        String key = LOG.key().text();

        assertThat(run("log", file.toString(), key, leaf.toString())).contains("第 2 条");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> run("log", file.toString(), key, other.toString()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> run("log", file.toString(), WITNESS.key().text(), leaf.toString()));
        for (String broken :
                List.of(
                        proof.replace("index 2", "index 02"),
                        proof.replace("@v1", "@v2"),
                        proof.replace("index 2\n", ""))) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> LogProof.read(broken));
        }
    }

    @Test
    void isCosignedOnlyWhileItGrows() throws IOException {
        Witness witness = Witness.in(folder, NOON);
        NoteKey key = NoteKey.read(witness.create("w.example/1"));
        Files.writeString(folder.resolve("logs"), "# 本机关\n" + LOG.key().text() + "\n");
        List<byte[]> leaves = leaves(3);
        String first = "old 0\n\n" + checkpoint(leaves.subList(0, 1));
        byte[] two = MerkleTree.leafHash(Suite.SHA256, leaves.get(1));
        byte[] three = MerkleTree.leafHash(Suite.SHA256, leaves.get(2));
        String next = "old 1\n" + base64(two) + "\n" + base64(three) + "\n\n" + checkpoint(leaves);

        String line = witness.answer(first);
        assertThat(Note.read(checkpoint(leaves.subList(0, 1)) + line).verified(List.of(key)))
                .hasSize(1);
        assertThat(witness.answer(next)).startsWith("— w.example/1 ");
        // The same again is no growth from where it stands.
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> witness.answer(next))
                .satisfies(it -> assertThat(it.expected()).isEqualTo("3"));
        List<byte[]> forked = new ArrayList<>(leaves(3));
        forked.set(0, leaf(7));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> witness.answer("old 3\n\n" + checkpoint(forked)))
                .withMessageContaining("rewritten");
        assertThat(witness.answer("old 3\n\n" + checkpoint(leaves))).contains("w.example/1");
        String stranger = ORIGIN + "\n0\n" + base64(new MerkleTree(Suite.SHA256).root()) + "\n";
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                witness.answer(
                                        "old 0\n\n"
                                                + stranger
                                                + "\n"
                                                + signer("else", 1, 9).sign(stranger)));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> witness.create("again"));
    }

    private String proof(List<byte[]> leaves) {
        byte[] left = MerkleTree.root(Suite.SHA256, leaves.subList(0, 2));
        return "c2sp.org/tlog-proof@v1\nindex 2\n" + base64(left) + "\n\n" + checkpoint(leaves);
    }

    private static String run(String... arguments) {
        return LogCommand.run(List.of(arguments).subList(1, arguments.length));
    }

    private void write(List<byte[]> leaves) throws IOException {
        Files.writeString(folder.resolve("checkpoint"), checkpoint(leaves));
        List<byte[]> hashes =
                leaves.stream().map(it -> MerkleTree.leafHash(Suite.SHA256, it)).toList();
        List<byte[]> above = new ArrayList<>();
        for (int n = 0; n * 256 < leaves.size(); n++) {
            int end = Math.min(leaves.size(), (n + 1) * 256);
            var bundle = new ByteArrayOutputStream();
            for (byte[] each : leaves.subList(n * 256, end)) {
                bundle.write(each.length >> 8);
                bundle.write(each.length);
                bundle.writeBytes(each);
            }
            write("entries", n, end - n * 256, bundle.toByteArray());
            write(
                    "0",
                    n,
                    end - n * 256,
                    joined(hashes.subList(n * 256, end).toArray(byte[][]::new)));
            if (end - n * 256 == 256) {
                above.add(MerkleTree.root(Suite.SHA256, leaves.subList(n * 256, end)));
            }
        }
        if (!above.isEmpty()) {
            write("1", 0, above.size(), joined(above.toArray(byte[][]::new)));
        }
    }

    private void write(String level, int n, int width, byte[] bytes) throws IOException {
        String name = String.format("%03d", n) + (width < 256 ? ".p/" + width : "");
        Path file = folder.resolve("tile").resolve(level).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static String checkpoint(List<byte[]> leaves) {
        String text =
                ORIGIN
                        + "\n"
                        + leaves.size()
                        + "\n"
                        + base64(MerkleTree.root(Suite.SHA256, leaves))
                        + "\n";
        return text + "\n" + LOG.sign(text);
    }

    private static List<byte[]> leaves(int n) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            leaves.add(leaf(i));
        }
        return leaves;
    }

    private static byte[] leaf(int i) {
        return Suite.utf8(
                "{\"c\":\""
                        + "0".repeat(64)
                        + "\",\"doc\":\"640100-113/2021-"
                        + String.format("%05d", i)
                        + "\",\"k\":\"doc.publish\",\"t\":\"2021-07-30T09:00:00+08:00\",\"v\":\"govlog/1\",\"ver\":1}");
    }

    private static NoteSigner signer(String name, int type, int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return NoteSigner.of(name, type, seed);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] point(Node example) {
        return joined(new byte[] {4}, example.get("public_x").hex(), example.get("public_y").hex());
    }

    private static BigInteger number(Node node, String name) {
        return new BigInteger(1, node.get(name).hex());
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] each : parts) {
            all.writeBytes(each);
        }
        return all.toByteArray();
    }
}
