package org.gongkai.verifier.beacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.bls.BLS12_381G1;
import org.bouncycastle.crypto.bls.BLS12_381Serialization;
import org.bouncycastle.crypto.bls.BLS12_381SubgroupCheck;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.Prf;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.JsonObject;
import org.gongkai.verifier.json.Node;
import org.gongkai.verifier.testing.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("Sources of randomness")
class BeaconTests {
    private static final HexFormat HEX = HexFormat.of();

    @TestFactory
    List<DynamicTest> takeRealDrandRounds() {
        Node chains = Vectors.json("drand-rounds.json").get("chains");
        return chains.names().stream()
                .map(
                        it ->
                                DynamicTest.dynamicTest(
                                        it,
                                        () -> {
                                            Node chain = chains.get(it);
                                            Node round = chain.get("rounds").items().get(0);

                                            assertThat(
                                                            Drand.value(
                                                                    source(chain, round),
                                                                    said(round)))
                                                    .isEqualTo(round.get("randomness").hex());
                                        }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> refuseWhatIsNotTheRound() {
        Node file = Vectors.json("drand-rounds.json");
        return file.get("reject").items().stream()
                .map(
                        it ->
                                DynamicTest.dynamicTest(
                                        it.get("why").text(),
                                        () -> {
                                            Node chain =
                                                    file.get("chains").get(it.get("chain").text());

                                            assertRefused(source(chain, it), said(it));
                                        }))
                .toList();
    }

    @Test
    void refuseARoundWithAnyByteOfItsSignatureChanged() {
        Node chain = Vectors.json("drand-rounds.json").get("chains").get("quicknet");
        Node round = chain.get("rounds").items().get(0);
        byte[] signature = round.get("signature").hex();

        for (int i = 0; i < signature.length; i += 5) {
            byte[] other = signature.clone();
            other[i] ^= 4;
            assertRefused(source(chain, round), signature(other));
        }
    }

    /**
     * The genuine signature plus a point of order three: on the curve, outside the subgroup. The
     * pairing holds for it, and the value would be another.
     */
    @Test
    void refuseASignatureMovedOutOfTheSubgroup() {
        Node chain = Vectors.json("drand-rounds.json").get("chains").get("quicknet");
        Node round = chain.get("rounds").items().get(0);
        ECCurve curve = BLS12_381G1.createCurve();
        ECPoint genuine = BLS12_381Serialization.decompressG1(round.get("signature").hex(), curve);
        // x = 0 gives y = 2 on y^2 = x^3 + 4, a point of order 3.
        ECPoint small =
                curve.createPoint(java.math.BigInteger.ZERO, java.math.BigInteger.valueOf(2));
        ECPoint moved = genuine.add(small).normalize();

        assertThat(small.add(small).add(small).isInfinity()).isTrue();
        assertThat(BLS12_381SubgroupCheck.isInG1Subgroup(moved)).isFalse();
        assertRefused(source(chain, round), signature(BLS12_381Serialization.compressG1(moved)));
    }

    @Test
    void refuseTheIdentityAsKeyAndAsSignature() {
        byte[] identity = new byte[48];
        identity[0] = (byte) 0xc0;
        byte[] large = new byte[96];
        large[0] = (byte) 0xc0;

        assertThat(Drand.isGenuine("bls-unchained-g1-rfc9380", large, new byte[32], identity))
                .isFalse();
        assertThat(Drand.isGenuine("pedersen-bls-unchained", identity, new byte[32], large))
                .isFalse();
    }

    @Test
    void takeTheRealNistPulse() throws Exception {
        Node file = Vectors.json("nist-pulse-54610.json");

        assertThat(NistPulse.value(nistSource(file, "2018-08-30T17:44:00Z"), file.get("pulse")))
                .isEqualTo(HEX.parseHex(file.get("pulse").get("outputValue").text().toLowerCase()));
        // The key is that of the certificate, and the certificate the one the pulse names.
        byte[] pem = file.get("certificate_pem").text().getBytes(StandardCharsets.US_ASCII);
        var certificate =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(new java.io.ByteArrayInputStream(pem));
        assertThat(((RSAPublicKey) certificate.getPublicKey()).getModulus().toString(16))
                .isEqualTo(file.get("modulus").text());
        assertThat(
                        HEX.formatHex(
                                MessageDigest.getInstance("SHA-512")
                                        .digest(certificate.getEncoded())))
                .isEqualTo(file.get("pulse").get("certificateId").text());
    }

    @TestFactory
    List<DynamicTest> refuseAPulseWithAnyOfItsValuesChanged() {
        Node file = Vectors.json("nist-pulse-54610.json");
        Object pulse = file.get("pulse").value();
        return Vectors.leaves(Node.root(pulse)).stream()
                .map(
                        path ->
                                DynamicTest.dynamicTest(
                                        path,
                                        () ->
                                                assertThatExceptionOfType(Refusal.class)
                                                        .isThrownBy(
                                                                () ->
                                                                        NistPulse.value(
                                                                                nistSource(
                                                                                        file,
                                                                                        "2018-08-30T17:44:00Z"),
                                                                                changed(
                                                                                        pulse,
                                                                                        path)))))
                .toList();
    }

    @Test
    void refuseAPulseFromBeforeTheAnnouncedMoment() {
        Node file = Vectors.json("nist-pulse-54610.json");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                NistPulse.value(
                                        nistSource(file, "2018-08-31T01:45:00+08:00"),
                                        file.get("pulse")))
                .satisfies(it -> assertThat(it.path()).isEqualTo("/pulse/timeStamp"));
    }

    @Test
    void takeANonceThatWasPromisedOrItsAbsence() {
        byte[] nonce = Suite.SHA256.hash(new byte[0]);
        byte[] commit =
                Suite.SHA256.tagged("vdraw/1/nonce", Suite.utf8("d/1"), Suite.utf8("w1"), nonce);
        Node source =
                Node.root(object("id", "w1", "kind", "reveal", "commit", HEX.formatHex(commit)));
        var sources = new Sources(Suite.SHA256, "d/1", Map.of("w1", source));

        assertThat(
                        sources.keyingMaterial(
                                new byte[32], disclosed(object("nonce", HEX.formatHex(nonce)))))
                .isEqualTo(
                        Prf.prefixed(
                                Suite.utf8("vdraw/1/ikm"), new byte[32], Suite.utf8("w1"), nonce));
        assertThat(sources.keyingMaterial(new byte[32], disclosed(object("absent", true))))
                .isEqualTo(
                        Prf.prefixed(
                                Suite.utf8("vdraw/1/ikm"),
                                new byte[32],
                                Suite.utf8("w1"),
                                new byte[0]));
        for (JsonObject each :
                List.of(
                        object("nonce", "00".repeat(32)),
                        object("nonce", "00"),
                        object("absent", false),
                        object("absent", true, "nonce", HEX.formatHex(nonce)),
                        object())) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> sources.keyingMaterial(new byte[32], disclosed(each)));
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> sources.keyingMaterial(new byte[32], Node.root(object())));
    }

    private static Node disclosed(JsonObject disclosure) {
        return Node.root(object("w1", disclosure));
    }

    private static void assertRefused(Node source, Node disclosure) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Drand.value(source, disclosure))
                .satisfies(it -> assertThat(it.path()).isEqualTo("/signature"));
    }

    private static Node source(Node chain, Node round) {
        JsonObject source = new JsonObject();
        source.add("scheme", chain.get("scheme").text());
        source.add("public_key", chain.get("public_key").text());
        source.add("chain_hash", chain.get("chain_hash").text());
        source.add(
                "genesis",
                chain.find("genesis_time") == null ? 0L : chain.get("genesis_time").value());
        source.add("period", chain.find("period") == null ? 3L : chain.get("period").value());
        source.add("round", round.get("round").value());
        return Node.root(source);
    }

    private static Node said(Node round) {
        JsonObject said = object("signature", round.get("signature").text());
        if (round.find("previous") != null) {
            said.add("previous", round.get("previous").text());
        }
        return Node.root(said);
    }

    private static Node signature(byte[] signature) {
        return Node.root(object("signature", HEX.formatHex(signature)));
    }

    private static Node nistSource(Node file, String at) {
        return Node.root(
                object(
                        "chain",
                        1L,
                        "pulse",
                        54610L,
                        "modulus",
                        file.get("modulus").text(),
                        "exponent",
                        file.get("exponent").value(),
                        "at",
                        at));
    }

    private static Node changed(Object pulse, String path) {
        Object value = Vectors.at(pulse, path);
        Object other =
                value instanceof Long number
                        ? (Object) (number + 1)
                        : value.toString()
                                .replaceFirst(".$", value.toString().endsWith("0") ? "1" : "0");
        return Node.root(Vectors.with(pulse, path, other));
    }

    private static JsonObject object(Object... members) {
        var object = new JsonObject();
        for (int i = 0; i < members.length; i += 2) {
            object.add((String) members[i], members[i + 1]);
        }
        return object;
    }
}
