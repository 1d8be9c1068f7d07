package org.gongkai.verifier.beacon;

import java.util.Set;
import org.bouncycastle.crypto.bls.BLS12_381G1;
import org.bouncycastle.crypto.bls.BLS12_381G2;
import org.bouncycastle.crypto.bls.BLS12_381G2HashToCurve;
import org.bouncycastle.crypto.bls.BLS12_381G2Point;
import org.bouncycastle.crypto.bls.BLS12_381Pairing;
import org.bouncycastle.crypto.bls.BLS12_381Serialization;
import org.bouncycastle.crypto.bls.BLS12_381SubgroupCheck;
import org.bouncycastle.crypto.bls.Fp12Element;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.JsonReader;
import org.gongkai.verifier.json.Node;

/**
 * A round of a drand chain: a BLS signature over BLS12-381, checked against the chain's public key.
 *
 * <p>Every point is checked for its subgroup and refused at infinity: a genuine signature plus a
 * point of small order would pass the pairing, and give another value.
 */
public final class Drand {
    private static final int SMALL = 48;
    private static final int LARGE = 96;
    private static final String CHAINED = "pedersen-bls-chained";
    private static final String UNCHAINED = "pedersen-bls-unchained";
    private static final String SHORT = "bls-unchained-g1-rfc9380";
    private static final String DST_G1 = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
    private static final String DST_G2 = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_";

    private Drand() {}

    /** SHA-256 of the signature of the round the manifest names, after the check. */
    static byte[] value(Node source, Node disclosure) {
        String scheme = source.get("scheme").oneOf(CHAINED, UNCHAINED, SHORT);
        source.get("chain_hash").hex(Suite.LENGTH);
        source.get("genesis").integer(0, JsonReader.LARGEST);
        source.get("period").integer(1, JsonReader.LARGEST);
        boolean chained = scheme.equals(CHAINED);
        boolean shortSignature = scheme.equals(SHORT);
        disclosure.only(chained ? Set.of("signature", "previous") : Set.of("signature"));
        byte[] key = source.get("public_key").hex(shortSignature ? LARGE : SMALL);
        byte[] signature = disclosure.get("signature").hex(shortSignature ? SMALL : LARGE);
        byte[] round = Suite.u64(source.get("round").integer(1, JsonReader.LARGEST));
        byte[] message = chained ? joined(disclosure.get("previous").hex(), round) : round;
        if (!isGenuine(scheme, key, Suite.SHA256.hash(message), signature)) {
            throw Refusal.forged(
                    disclosure.get("signature").path(),
                    "drand 签名不是这一轮的真实签名",
                    "not the genuine signature of this round");
        }
        return Suite.SHA256.hash(signature);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Whether this is the signature of this message under this key. */
    static boolean isGenuine(String scheme, byte[] key, byte[] message, byte[] signature) {
        try {
            return scheme.equals(SHORT)
                    ? isSignedInG1(key, message, signature)
                    : isSignedInG2(key, message, signature);
        } catch (IllegalArgumentException | ArithmeticException | IllegalStateException notAPoint) {
            return false;
        }
    }

    private static boolean isSignedInG2(byte[] key, byte[] message, byte[] signature) {
        ECCurve curve = BLS12_381G1.createCurve();
        ECPoint publicKey = g1(key, curve);
        BLS12_381G2Point point = g2(signature);
        BLS12_381G2Point hashed =
                new BLS12_381G2HashToCurve(Suite.utf8(DST_G2)).hashToCurve(message);
        return isOne(publicKey, hashed, BLS12_381G1.getGenerator(curve).negate(), point);
    }

    private static boolean isSignedInG1(byte[] key, byte[] message, byte[] signature) {
        ECCurve curve = BLS12_381G1.createCurve();
        BLS12_381G2Point publicKey = g2(key);
        ECPoint point = g1(signature, curve);
        ECPoint hashed =
                curve.importPoint(
                        HashToEllipticCurve.getInstance(
                                        HashToCurveProfile.BLS12_381_G1_XMD_SHA_256_SSWU_RO, DST_G1)
                                .hashToCurve(message));
        return isOne(hashed, publicKey, point.negate(), BLS12_381G2.getGenerator());
    }

    private static boolean isOne(ECPoint a, BLS12_381G2Point b, ECPoint c, BLS12_381G2Point d) {
        Fp12Element product =
                BLS12_381Pairing.multiPair(new ECPoint[] {a, c}, new BLS12_381G2Point[] {b, d});
        return product.equals(Fp12Element.ONE);
    }

    private static ECPoint g1(byte[] compressed, ECCurve curve) {
        ECPoint point = BLS12_381Serialization.decompressG1(compressed, curve);
        if (point.isInfinity() || !BLS12_381SubgroupCheck.isInG1Subgroup(point)) {
            throw new IllegalArgumentException("not in G1");
        }
        return point;
    }

    private static BLS12_381G2Point g2(byte[] compressed) {
        BLS12_381G2Point point = BLS12_381Serialization.decompressG2(compressed);
        if (point.isInfinity() || !BLS12_381SubgroupCheck.isInG2Subgroup(point)) {
            throw new IllegalArgumentException("not in G2");
        }
        return point;
    }
}
