package org.gongkai.opengov.sitechecks.outward;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * IANA special-purpose registries; first and last address of each block, and the ones beside it.
 */
@DisplayName("Where the link check may go (互联网公开地址)")
class PublicInternetTests {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, false",
        "9.255.255.255, true",
        "10.0.0.0, false",
        "10.255.255.255, false",
        "11.0.0.0, true",
        "100.63.255.255, true",
        "100.64.0.0, false",
        "100.127.255.255, false",
        "100.128.0.0, true",
        "127.0.0.1, false",
        "127.255.255.255, false",
        "169.254.169.254, false",
        "172.15.255.255, true",
        "172.16.0.0, false",
        "172.31.255.255, false",
        "172.32.0.0, true",
        "192.0.0.1, false",
        "192.0.1.1, true",
        "192.0.2.7, false",
        "192.88.99.1, false",
        "192.167.255.255, true",
        "192.168.0.1, false",
        "198.17.255.255, true",
        "198.18.0.0, false",
        "198.19.255.255, false",
        "198.51.100.1, false",
        "203.0.113.255, false",
        "203.0.114.0, true",
        "223.255.255.255, true",
        "224.0.0.1, false",
        "239.255.255.255, false",
        "240.0.0.1, false",
        "255.255.255.255, false",
        "::, false",
        "::1, false",
        "::ffff:127.0.0.1, false",
        "::ffff:10.1.2.3, false",
        "::127.0.0.1, false",
        "64:ff9b::7f00:1, false",
        "64:ff9b:1::1, false",
        "100::1, false",
        "2001::1, false",
        "2001:1ff:ffff::1, false",
        "2001:200::1, true",
        "2001:db8::1, false",
        "2002:7f00:1::, false",
        "2400:3200::1, true",
        "3fff::1, false",
        "3fff:1000::1, true",
        "5f00::1, false",
        "fc00::1, false",
        "fdff::1, false",
        "fe80::1, false",
        "fec0::1, false",
        "ff02::1, false"
    })
    void isThePublicInternetAlone(String address, boolean may) throws UnknownHostException {
        assertThat(new PublicInternet().admits(InetAddress.getByName(address), 443)).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"80, true", "443, true", "22, false", "5432, false", "8080, false", "0, false"})
    void isTheWebAlone(int port, boolean may) throws UnknownHostException {
        assertThat(new PublicInternet().admits(InetAddress.getByName("11.0.0.1"), port))
                .isEqualTo(may);
    }
}
