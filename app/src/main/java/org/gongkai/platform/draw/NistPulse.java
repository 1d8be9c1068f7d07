package org.gongkai.platform.draw;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Framing;
import org.gongkai.platform.commitments.JsonReader;
import org.gongkai.platform.commitments.Path;

/** A pulse of a randomness beacon 2.0 (NIST 信标脉冲), by the names of its JSON. */
record NistPulse(Fields pulse) {
    private static final List<String> FIELDS =
            List.of(
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
    private static final List<String> LISTED = List.of("previous", "hour", "day", "month", "year");

    /** SHA-512 and RSA by PKCS#1 v1.5, the one suite that beacons use. */
    private static final long ONLY_SUITE = 0;

    private static final long LARGEST_WORD = 0xffff_ffffL;

    static NistPulse of(Object value, Path path) {
        return new NistPulse(Fields.of(value, path, FIELDS));
    }

    long chain() {
        return pulse.number("chainIndex", 0, JsonReader.LARGEST);
    }

    long index() {
        return pulse.number("pulseIndex", 0, JsonReader.LARGEST);
    }

    String time() {
        return pulse.text("timeStamp");
    }

    /** The output (64 bytes), if the holder of this key signed the pulse and it is its hash. */
    byte[] output(BigInteger modulus, BigInteger exponent) {
        if (pulse.number("cipherSuite", 0, LARGEST_WORD) != ONLY_SUITE) {
            throw pulse.refused("cipherSuite", CommitmentFault.NOT_ALLOWED);
        }
        var signed = signedBytes();
        var signature = upper(pulse, "signatureValue");
        if (!isSigned(signed.bytes(), signature, modulus, exponent)) {
            throw CommitmentRefused.at(
                    pulse.path().at("signatureValue"), DrawFault.WRONG_SIGNATURE);
        }
        var output = sha512(signed.raw(signature).bytes());
        if (!Arrays.equals(output, upper(pulse, "outputValue"))) {
            throw new CommitmentRefused(
                    DrawFault.WRONG_OUTPUT,
                    pulse.path().at("outputValue"),
                    pulse.text("outputValue"),
                    HexFormat.of().withUpperCase().formatHex(output));
        }
        return output;
    }

    private Framing signedBytes() {
        var external =
                Fields.of(
                        pulse.value("external"),
                        pulse.path().at("external"),
                        List.of("sourceId", "statusCode", "value"));
        var bytes =
                new Framing()
                        .part(pulse.text("uri"))
                        .part(pulse.text("version"))
                        .number(pulse.number("cipherSuite", 0, LARGEST_WORD))
                        .number(pulse.number("period", 0, LARGEST_WORD))
                        .part(pulse.hex("certificateId"))
                        .wide(chain())
                        .wide(index())
                        .part(time())
                        .part(upper(pulse, "localRandomValue"))
                        .part(upper(external, "sourceId"))
                        .number(external.number("statusCode", 0, LARGEST_WORD))
                        .part(upper(external, "value"));
        addListed(bytes);
        return bytes.part(upper(pulse, "precommitmentValue"))
                .number(pulse.number("statusCode", 0, LARGEST_WORD));
    }

    private void addListed(Framing bytes) {
        var listed = pulse.list("listValues");
        var path = pulse.path().at("listValues");
        for (var at = 0; at < Math.max(LISTED.size(), listed.size()); at++) {
            if (at >= listed.size() || at >= LISTED.size()) {
                throw CommitmentRefused.at(path, CommitmentFault.NOT_ALLOWED, listed.size());
            }
            var each = Fields.of(listed.get(at), path.at(at), List.of("type", "value"));
            if (!each.text("type").equals(LISTED.get(at))) {
                throw each.refused("type", CommitmentFault.NOT_ALLOWED);
            }
            bytes.part(upper(each, "value"));
        }
    }

    /** Beacons print values in capitals; one value has one text. */
    private static byte[] upper(Fields fields, String key) {
        var text = fields.text(key);
        var digits = text.chars().allMatch(it -> it >= '0' && it <= '9' || it >= 'A' && it <= 'F');
        if (!digits || text.length() % 2 != 0) {
            throw CommitmentRefused.at(fields.path().at(key), CommitmentFault.NOT_HEX, text);
        }
        return HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isSigned(
            byte[] message, byte[] signature, BigInteger modulus, BigInteger exponent) {
        try {
            var key =
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, exponent));
            var check = Signature.getInstance("SHA512withRSA");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (InvalidKeySpecException | SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha512(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
