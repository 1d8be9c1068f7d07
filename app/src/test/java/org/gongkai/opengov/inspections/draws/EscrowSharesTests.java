package org.gongkai.opengov.inspections.draws;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Shares of a secret (三选二托管), rule C6")
class EscrowSharesTests {
    private static final byte[] SECRET =
            HexFormat.of()
                    .parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    @Test
    void giveTheSecretBackToAnyTwoHolders() {
        var shares = EscrowShares.of(SECRET, new SecureRandom());

        for (var one = 0; one < 3; one++) {
            for (var other = 0; other < 3; other++) {
                var combined = EscrowShares.combined(shares.get(one), shares.get(other));
                if (one == other) {
                    assertThat(combined).isEmpty();
                } else {
                    assertThat(combined).hasValue(SECRET);
                }
            }
        }
    }

    @Test
    void areReadAsTheyAreTyped() {
        var shares = EscrowShares.of(SECRET, new SecureRandom());
        var typed = shares.get(0).replace(".", " .\n") + "\n";

        assertThat(EscrowShares.combined(typed, shares.get(2))).hasValue(SECRET);
        assertThat(EscrowShares.combined("lacks-4." + "0".repeat(64), shares.get(0))).isEmpty();
        assertThat(EscrowShares.combined("", "")).isEmpty();
    }

    @Test
    void ofTwoDrawsGiveNothing() {
        var one = EscrowShares.of(SECRET, new SecureRandom());
        var other = EscrowShares.of(SECRET, new SecureRandom());

        assertThat(EscrowShares.combined(one.get(0), other.get(1))).isEmpty();
    }
}
