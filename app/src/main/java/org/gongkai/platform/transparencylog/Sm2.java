package org.gongkai.platform.transparencylog;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.BigIntegers;
import org.gongkai.platform.commitments.Framing;

/**
 * The SM2 line under a checkpoint (SM2 签名行), {@code sm2-sm3/v1}: r and s, 64 bytes, on the
 * recommended curve of GB/T 32918.5 with the user id {@code 1234567812345678}.
 */
final class Sm2 {
    static final String LABEL = "sm2-sm3/v1";

    private static final byte[] LABEL_BYTES = LABEL.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] USER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final int POINT = 65;
    private static final int NUMBER = 32;
    private static final ECDomainParameters CURVE = curve();

    private Sm2() {}

    /** A new secret number, 32 bytes. */
    static byte[] newSecret() {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(CURVE, new SecureRandom()));
        var key = (ECPrivateKeyParameters) generator.generateKeyPair().getPrivate();
        return BigIntegers.asUnsignedByteArray(NUMBER, key.getD());
    }

    /** The key's material in a note key: the label, then the point, 65 bytes. */
    static byte[] material(byte[] secret) {
        var point = CURVE.getG().multiply(new BigInteger(1, secret)).getEncoded(false);
        return new Framing().raw(LABEL_BYTES).raw(point).bytes();
    }

    static byte[] sign(byte[] secret, byte[] message) {
        var signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        var key = new ECPrivateKeyParameters(new BigInteger(1, secret), CURVE);
        signer.init(
                true,
                new ParametersWithID(new ParametersWithRandom(key, new SecureRandom()), USER));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean verifies(byte[] material, byte[] message, byte[] signature) {
        var label = LABEL_BYTES.length;
        return material.length == label + POINT
                && Arrays.equals(material, 0, label, LABEL_BYTES, 0, label)
                && verifies(
                        Arrays.copyOfRange(material, label, material.length),
                        USER,
                        message,
                        signature);
    }

    static boolean verifies(byte[] point, byte[] user, byte[] message, byte[] signature) {
        if (signature.length != 2 * NUMBER) {
            return false;
        }
        try {
            var key = new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), CURVE);
            var signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(false, new ParametersWithID(key, user));
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (IllegalArgumentException notAPoint) {
            return false;
        }
    }

    private static ECDomainParameters curve() {
        var named = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }
}
