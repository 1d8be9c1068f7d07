package org.gongkai.platform.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Accept-Encoding and If-None-Match — RFC 9110, 12.5.3 and 13.1.2")
class EncodingsTests {
    @ParameterizedTest(name = "{0}: gzip {1}, zstd {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | false | false",
                "'' | false | false",
                "identity | false | false",
                "gzip | true | false",
                "GZIP | true | false",
                "x-gzip | true | false",
                "gzip, deflate, br, zstd | true | true",
                "zstd | false | true",
                "gzip;q=0, zstd;q=0.5 | false | true",
                "gzip;q=0.000 | false | false",
                "gzip;q=0.001 | true | false",
                "* | true | true",
                "*;q=0 | false | false",
                "zstd;q=0, * | true | false",
                "gzipped, zstandard | false | false"
            })
    void areTakenAsTheyAreMeant(String header, boolean gzip, boolean zstd) {
        assertThat(Encodings.in(header)).isEqualTo(new Encodings(gzip, zstd));
    }

    @ParameterizedTest(name = "{0} has it: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            quoteCharacter = '`',
            value = {
                "none | false",
                "`` | false",
                "\"a-gzip\" | true",
                "W/\"a-gzip\" | true",
                "* | true",
                "\"b\", \"a-gzip\" | true",
                "\"b\" , W/\"a-gzip\" , \"c\" | true",
                "\"a\" | false",
                "\"a-gzip | false",
                "a-gzip | false",
                "\"xa-gzip\" | false",
                "\"b\"\"a-gzip\" | false"
            })
    void areComparedWeakly(String header, boolean has) {
        assertThat(EntityTags.match(header, "\"a-gzip\"")).isEqualTo(has);
    }

    @Test
    void neverMakeAPageLargerForThoseWhoTakeZstd() {
        assertThat(Compression.zstd(new byte[] {1}, 1)).isNull();
    }
}
