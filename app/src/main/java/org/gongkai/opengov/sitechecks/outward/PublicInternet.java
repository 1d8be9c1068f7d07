package org.gongkai.opengov.sitechecks.outward;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The public internet and nothing else (互联网公开地址): no loopback, no private network, no link, no
 * multicast, nothing reserved, and none of these inside an IPv6 address; web ports only.
 *
 * <p>IANA special-purpose address registries (RFC 6890 and its successors).
 */
final class PublicInternet implements AddressGuard {
    private static final Set<Integer> WEB = Set.of(80, 443);

    private static final List<Block> RESERVED =
            List.of(
                    Block.of(8, 0),
                    Block.of(8, 10),
                    Block.of(10, 100, 64),
                    Block.of(8, 127),
                    Block.of(16, 169, 254),
                    Block.of(12, 172, 16),
                    Block.of(24, 192, 0, 0),
                    Block.of(24, 192, 0, 2),
                    Block.of(24, 192, 88, 99),
                    Block.of(16, 192, 168),
                    Block.of(15, 198, 18),
                    Block.of(24, 198, 51, 100),
                    Block.of(24, 203, 0, 113),
                    Block.of(4, 224),
                    Block.of(4, 240));

    /** Global unicast, of which some parts are no places of their own. */
    private static final Block GLOBAL = Block.of(3, 0x20);

    private static final List<Block> NO_PLACES =
            List.of(
                    Block.of(23, 0x20, 0x01, 0x00),
                    Block.of(32, 0x20, 0x01, 0x0d, 0xb8),
                    Block.of(16, 0x20, 0x02),
                    Block.of(20, 0x3f, 0xff, 0x00));

    /** Addresses that begin with the same bits. */
    private record Block(int bits, byte[] beginning) {
        static Block of(int bits, int... beginning) {
            var bytes = new byte[(bits + 7) / 8];
            for (int it = 0; it < bytes.length; it++) {
                bytes[it] = (byte) (it < beginning.length ? beginning[it] : 0);
            }
            return new Block(bits, bytes);
        }

        boolean holds(byte[] address) {
            int whole = bits / 8;
            if (!Arrays.equals(address, 0, whole, beginning, 0, whole)) {
                return false;
            }
            int mask = bits % 8 == 0 ? 0 : 0xff << (8 - bits % 8) & 0xff;
            return mask == 0 || (address[whole] & mask) == (beginning[whole] & mask);
        }
    }

    @Override
    public boolean admits(InetAddress address, int port) {
        return WEB.contains(port) && isPublic(address);
    }

    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> RESERVED.stream().noneMatch(it -> it.holds(bytes));
            case Inet6Address six ->
                    GLOBAL.holds(bytes) && NO_PLACES.stream().noneMatch(it -> it.holds(bytes));
            default -> false;
        };
    }
}
