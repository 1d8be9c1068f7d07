package org.gongkai.platform.draw;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;
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
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Path;

/**
 * How the League of Entropy signs its rounds (drand 方案): BLS on BLS12-381, compressed points.
 *
 * <p>Every point is checked to lie in the group of prime order and not to be its zero. Without this
 * the pairing still holds for a genuine signature plus a point of small order, and who supplies the
 * signature could choose among many "random" values.
 */
enum DrandScheme {
    /** Each round signs the one before; signatures in G2, keys in G1. */
    CHAINED("pedersen-bls-chained", true, false, "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_"),
    /** Each round stands alone; signatures in G2, keys in G1. */
    UNCHAINED(
            "pedersen-bls-unchained", false, false, "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_"),
    /** Each round stands alone; signatures in G1, keys in G2. */
    UNCHAINED_ON_G1(
            "bls-unchained-g1-rfc9380", false, true, "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_");

    private static final ECCurve G1 = BLS12_381G1.createCurve();

    private final String slug;
    private final boolean chained;
    private final boolean signsOnG1;
    private final String domain;

    DrandScheme(String slug, boolean chained, boolean signsOnG1, String domain) {
        this.slug = slug;
        this.chained = chained;
        this.signsOnG1 = signsOnG1;
        this.domain = domain;
    }

    String slug() {
        return slug;
    }

    boolean isChained() {
        return chained;
    }

    static Optional<DrandScheme> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug.equals(slug)).findFirst();
    }

    /** Refuses a key that is no point to check signatures with. */
    void requireKey(byte[] key, Path path) {
        if (signsOnG1) {
            onG2(key, path);
        } else {
            onG1(key, path);
        }
    }

    /** Refuses a signature that the key's holders did not make of this message. */
    void requireSigned(byte[] key, byte[] message, byte[] signature, Path keyPath, Path path) {
        var holds =
                signsOnG1
                        ? pairsToOne(
                                onG1(signature, path),
                                BLS12_381G2.getGenerator(),
                                hashedToG1(message).negate(),
                                onG2(key, keyPath))
                        : pairsToOne(
                                BLS12_381G1.getGenerator(G1),
                                onG2(signature, path),
                                onG1(key, keyPath).negate(),
                                new BLS12_381G2HashToCurve(domain.getBytes(US_ASCII))
                                        .hashToCurve(message));
        if (!holds) {
            throw CommitmentRefused.at(path, DrawFault.WRONG_SIGNATURE);
        }
    }

    private ECPoint hashedToG1(byte[] message) {
        var profile = HashToCurveProfile.BLS12_381_G1_XMD_SHA_256_SSWU_RO;
        var point = HashToEllipticCurve.getInstance(profile, domain).hashToCurve(message);
        return G1.importPoint(point);
    }

    private static boolean pairsToOne(
            ECPoint one, BLS12_381G2Point withOne, ECPoint other, BLS12_381G2Point withOther) {
        return BLS12_381Pairing.multiPair(
                        new ECPoint[] {one.normalize(), other.normalize()},
                        new BLS12_381G2Point[] {withOne, withOther})
                .equals(Fp12Element.ONE);
    }

    private static ECPoint onG1(byte[] bytes, Path path) {
        try {
            var point = BLS12_381Serialization.decompressG1(bytes, G1);
            if (point.isInfinity()
                    || !Arrays.equals(BLS12_381Serialization.compressG1(point), bytes)) {
                throw CommitmentRefused.at(path, DrawFault.NOT_A_POINT);
            }
            if (!BLS12_381SubgroupCheck.isInG1Subgroup(point)) {
                throw CommitmentRefused.at(path, DrawFault.OUTSIDE_SUBGROUP);
            }
            return point;
        } catch (IllegalArgumentException e) {
            throw CommitmentRefused.at(path, DrawFault.NOT_A_POINT);
        }
    }

    private static BLS12_381G2Point onG2(byte[] bytes, Path path) {
        try {
            var point = BLS12_381Serialization.decompressG2(bytes);
            if (point.isInfinity()
                    || !Arrays.equals(BLS12_381Serialization.compressG2(point), bytes)) {
                throw CommitmentRefused.at(path, DrawFault.NOT_A_POINT);
            }
            if (!BLS12_381SubgroupCheck.isInG2Subgroup(point)) {
                throw CommitmentRefused.at(path, DrawFault.OUTSIDE_SUBGROUP);
            }
            return point;
        } catch (IllegalArgumentException e) {
            throw CommitmentRefused.at(path, DrawFault.NOT_A_POINT);
        }
    }
}
