package org.gongkai.platform.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.bouncycastle.crypto.bls.BLS12_381G1;
import org.bouncycastle.crypto.bls.BLS12_381G2;
import org.bouncycastle.crypto.bls.BLS12_381G2Point;
import org.bouncycastle.crypto.bls.BLS12_381Serialization;
import org.bouncycastle.math.ec.ECPoint;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Fault;
import org.gongkai.platform.commitments.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Signatures that a pairing alone would take, so that who hands them in could choose the
 * randomness.
 */
@DisplayName("Points outside the subgroup (子群检查)")
class SubgroupTests {
    private static final JsonNode DRAND = Vectors.json("drand-rounds.json");

    @Test
    void areRefusedAsSignaturesInG1() {
        var curve = BLS12_381G1.createCurve();
        var genuine = BLS12_381Serialization.decompressG1(signature("quicknet"), curve);
        var outside = genuine.add(smallOnG1()).normalize();

        assertRefused(
                "quicknet", BLS12_381Serialization.compressG1(outside), DrawFault.OUTSIDE_SUBGROUP);
    }

    @Test
    void areRefusedAsSignaturesInG2() {
        for (var chain : new String[] {"default", "testnet-unchained"}) {
            var genuine = BLS12_381Serialization.decompressG2(signature(chain));
            var outside = genuine.add(smallOnG2());

            assertRefused(
                    chain, BLS12_381Serialization.compressG2(outside), DrawFault.OUTSIDE_SUBGROUP);
        }
    }

    @Test
    void andZeroAndNoPointAtAllAreRefused() {
        var zero = new byte[48];
        zero[0] = (byte) 0xc0;
        assertRefused("quicknet", zero, DrawFault.NOT_A_POINT);
        assertRefused("quicknet", new byte[48], DrawFault.NOT_A_POINT);
        assertRefused("quicknet", new byte[0], DrawFault.NOT_A_POINT);
        assertRefused("quicknet", signature("default"), DrawFault.NOT_A_POINT);
        assertRefused("default", signature("quicknet"), DrawFault.NOT_A_POINT);
        var wide = new byte[96];
        wide[0] = (byte) 0xc0;
        assertRefused("default", wide, DrawFault.NOT_A_POINT);
    }

    @Test
    void areRefusedAsKeys() {
        var key = HexFormat.of().formatHex(BLS12_381Serialization.compressG1(smallOnG1()));

        assertThatThrownBy(() -> Source.of(source("default", key).toJson(), Path.ROOT))
                .isInstanceOfSatisfying(
                        CommitmentRefused.class,
                        it -> {
                            assertThat(it.fault()).isEqualTo(DrawFault.OUTSIDE_SUBGROUP);
                            assertThat(it.path()).isEqualTo("/public_key");
                        });
    }

    private static void assertRefused(String chain, byte[] signature, Fault fault) {
        var round = DRAND.at("/chains/" + chain + "/rounds/0");
        var disclosure = CanonicalJson.object("signature", Vectors.hex(signature));
        if (round.has("previous")) {
            disclosure.put("previous", round.get("previous").asString());
        }
        var source = source(chain, DRAND.at("/chains/" + chain + "/public_key").asString());

        assertThatThrownBy(() -> source.value(disclosure, Vectors.example().manifest(), Path.ROOT))
                .isInstanceOfSatisfying(
                        CommitmentRefused.class, it -> assertThat(it.fault()).isEqualTo(fault));
    }

    private static DrandSource source(String chain, String key) {
        var facts = DRAND.at("/chains/" + chain);
        return new DrandSource(
                "drand",
                facts.get("scheme").asString(),
                key,
                facts.get("chain_hash").asString(),
                1,
                30,
                facts.at("/rounds/0/round").asLong());
    }

    private static byte[] signature(String chain) {
        return Vectors.hex(DRAND.at("/chains/" + chain + "/rounds/0/signature").asString());
    }

    /** A point of the curve times the group's order: what is left lies outside the group. */
    private static ECPoint smallOnG1() {
        var curve = BLS12_381G1.createCurve();
        var x = new byte[48];
        for (var last = 1; ; last++) {
            x[0] = (byte) 0x80;
            x[47] = (byte) last;
            try {
                var small =
                        BLS12_381Serialization.decompressG1(x, curve)
                                .multiply(BLS12_381G1.ORDER)
                                .normalize();
                if (!small.isInfinity()) {
                    return small;
                }
            } catch (IllegalArgumentException e) {
                // No point has this x; the next may.
            }
        }
    }

    private static BLS12_381G2Point smallOnG2() {
        var x = new byte[96];
        for (var last = 1; ; last++) {
            x[0] = (byte) 0x80;
            x[95] = (byte) last;
            try {
                var small = BLS12_381Serialization.decompressG2(x).multiply(BLS12_381G2.ORDER);
                if (!small.isInfinity()) {
                    return small;
                }
            } catch (IllegalArgumentException e) {
                // No point has this x; the next may.
            }
        }
    }
}
