package org.gongkai.opengov.inspections.draws;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A secret in three shares, any two of which give it back and one of which says nothing (三选二托管),
 * rule C6: three random parts whose exclusive-or is the secret, and each holder lacks one of them
 * (ADR 0241).
 *
 * <p>A share is a line of text, so that it can be read out and typed: {@code lacks-1.PART2.PART3}.
 */
final class EscrowShares {
    /** So many holders. */
    static final int HOLDERS = 3;

    private static final int BYTES = 32;

    private EscrowShares() {}

    /** The shares of a secret of 32 bytes, the first lacking part 1. */
    static List<String> of(byte[] secret, SecureRandom random) {
        var first = part(random);
        var second = part(random);
        var third = xor(xor(secret, first), second);
        return List.of(share(1, second, third), share(2, first, third), share(3, first, second));
    }

    /** The secret out of two shares; empty if they are none, or the same one twice. */
    static Optional<byte[]> combined(String one, String other) {
        var parts = new TreeMap<Integer, byte[]>();
        if (!read(one, parts) || !read(other, parts) || parts.size() < HOLDERS) {
            return Optional.empty();
        }
        return Optional.of(parts.values().stream().reduce(new byte[BYTES], EscrowShares::xor));
    }

    private static boolean read(String share, Map<Integer, byte[]> parts) {
        var typed = share.strip().replaceAll("\\s", "");
        if (!typed.matches("lacks-[123](\\.[0-9a-f]{64}){2}")) {
            return false;
        }
        var lacks = typed.charAt("lacks-".length()) - '0';
        var given = List.of(typed.split("\\.", -1)).subList(1, HOLDERS).iterator();
        for (var each = 1; each <= HOLDERS; each++) {
            if (each != lacks) {
                var part = HexFormat.of().parseHex(given.next());
                if (!Arrays.equals(parts.getOrDefault(each, part), part)) {
                    return false;
                }
                parts.put(each, part);
            }
        }
        return true;
    }

    private static String share(int lacks, byte[] one, byte[] other) {
        var hex = HexFormat.of();
        return "lacks-" + lacks + "." + hex.formatHex(one) + "." + hex.formatHex(other);
    }

    private static byte[] part(SecureRandom random) {
        var part = new byte[BYTES];
        random.nextBytes(part);
        return part;
    }

    private static byte[] xor(byte[] one, byte[] other) {
        var both = new byte[BYTES];
        for (var at = 0; at < BYTES; at++) {
            both[at] = (byte) (one[at] ^ other[at]);
        }
        return both;
    }
}
