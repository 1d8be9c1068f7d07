package org.gongkai.verifier.beacon;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.JsonReader;
import org.gongkai.verifier.json.Node;

/** A pulse of the NIST randomness beacon 2.0: its RSA signature and its output value. */
final class NistPulse {
    private static final Set<String> FIELDS =
            Set.of(
                    "uri",
                    "version",
                    "cipherSuite",
                    "period",
                    "certificateId",
                    "chainIndex",
                    "pulseIndex",
                    "timeStamp",
                    "localRandomValue",
                    "external",
                    "listValues",
                    "precommitmentValue",
                    "statusCode",
                    "signatureValue",
                    "outputValue");
    private static final List<String> LINKS = List.of("previous", "hour", "day", "month", "year");
    private static final long U32 = 0xffff_ffffL;
    private static final int SHORTEST_KEY = 2048;
    private static final int OUTPUT = 64;

    private NistPulse() {}

    /** The output value of the pulse the manifest names, after the checks. */
    static byte[] value(Node source, Node disclosure) {
        Node pulse = disclosure.only(FIELDS);
        byte[] signed = signedBytes(pulse);
        byte[] signature = bytes(pulse.get("signatureValue"));
        byte[] output = bytes(pulse.get("outputValue"));
        same(source.get("chain"), pulse.get("chainIndex"));
        same(source.get("pulse"), pulse.get("pulseIndex"));
        if (moment(pulse.get("timeStamp")).isBefore(moment(source.get("at")))) {
            throw Refusal.forged(
                    pulse.get("timeStamp").path(),
                    "脉冲早于公告的时刻",
                    "the pulse is earlier than announced");
        }
        if (!isSigned(source, signed, signature)) {
            throw Refusal.forged(
                    pulse.get("signatureValue").path(),
                    "NIST 脉冲的签名不是真实签名",
                    "the signature of the pulse is not genuine");
        }
        byte[] computed = sha512(signed, signature);
        if (output.length != OUTPUT || !Arrays.equals(computed, output)) {
            throw pulse.get("outputValue")
                    .differs(
                            Canonical.show(HexFormat.of().formatHex(computed)),
                            "脉冲的输出值与重新计算不一致",
                            "the output value");
        }
        return output;
    }

    private static void same(Node announced, Node actual) {
        long expected = announced.integer(0, JsonReader.LARGEST);
        if (actual.integer(0, JsonReader.LARGEST) != expected) {
            throw actual.differs(Long.toString(expected), "不是公告的那一个脉冲", "not the pulse announced");
        }
    }

    private static Instant moment(Node node) {
        try {
            return OffsetDateTime.parse(node.text()).toInstant();
        } catch (DateTimeException notATime) {
            throw node.malformed("应为带时区的时刻", "a moment with its offset is wanted");
        }
    }

    private static byte[] signedBytes(Node pulse) {
        var out = new ByteArrayOutputStream();
        text(out, pulse.get("uri"));
        text(out, pulse.get("version"));
        u32(out, pulse.get("cipherSuite"), 0);
        u32(out, pulse.get("period"), U32);
        hex(out, pulse.get("certificateId"));
        u64(out, pulse.get("chainIndex"));
        u64(out, pulse.get("pulseIndex"));
        text(out, pulse.get("timeStamp"));
        hex(out, pulse.get("localRandomValue"));
        Node external = pulse.get("external").only(Set.of("sourceId", "statusCode", "value"));
        hex(out, external.get("sourceId"));
        u32(out, external.get("statusCode"), U32);
        hex(out, external.get("value"));
        List<Node> links = pulse.get("listValues").items();
        if (links.size() != LINKS.size()) {
            throw pulse.get("listValues").malformed("应有五项", "five values are wanted");
        }
        for (int i = 0; i < LINKS.size(); i++) {
            Node link = links.get(i).only(Set.of("type", "value"));
            link.get("type").oneOf(LINKS.get(i));
            hex(out, link.get("value"));
        }
        hex(out, pulse.get("precommitmentValue"));
        u32(out, pulse.get("statusCode"), U32);
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, Node node) {
        Suite.writePrefixed(out, Suite.utf8(node.text()));
    }

    private static void hex(ByteArrayOutputStream out, Node node) {
        Suite.writePrefixed(out, bytes(node));
    }

    private static void u32(ByteArrayOutputStream out, Node node, long most) {
        out.writeBytes(Suite.u32(node.integer(0, most)));
    }

    private static void u64(ByteArrayOutputStream out, Node node) {
        out.writeBytes(Suite.u64(node.integer(0, JsonReader.LARGEST)));
    }

    /** The beacon writes most values in capitals and one in small letters; none in both. */
    private static byte[] bytes(Node node) {
        String text = node.text();
        if (!text.matches("([0-9a-f]{2})*|([0-9A-F]{2})*")) {
            throw node.malformed("应为十六进制数，大小写一致", "hex digits are wanted, all capitals or none");
        }
        return HexFormat.of().parseHex(text);
    }

    private static boolean isSigned(Node source, byte[] signed, byte[] signature) {
        var modulus = new BigInteger(1, source.get("modulus").hex());
        if (modulus.bitLength() < SHORTEST_KEY) {
            throw source.get("modulus").malformed("密钥短于 2048 位", "a key of less than 2048 bits");
        }
        long exponent = source.get("exponent").integer(3, JsonReader.LARGEST);
        try {
            var key = new RSAPublicKeySpec(modulus, BigInteger.valueOf(exponent));
            Signature verifier = Signature.getInstance("SHA512withRSA");
            verifier.initVerify(KeyFactory.getInstance("RSA").generatePublic(key));
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private static byte[] sha512(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            digest.update(first);
            return digest.digest(second);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
