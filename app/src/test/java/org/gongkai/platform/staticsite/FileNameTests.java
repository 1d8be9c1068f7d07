package org.gongkai.platform.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.gongkai.platform.pages.PublicAddress.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The file of an address (文件名)")
class FileNameTests {

    @ParameterizedTest(name = "{0} as {1}, {2}")
    @CsvSource({
        "/, PAGE, text/html;charset=UTF-8, index.html",
        "/c/notices, PAGE, text/html, c/notices.html",
        "/c/notices?page=2, VIEW, text/html, c/notices@page=2.html",
        "/plans.csv?standing=historical, FILE, text/csv, plans.csv@standing=historical",
        "/d/640100-113/2021-00001/qr.svg, FILE, image/svg+xml, d/640100-113/2021-00001/qr.svg",
        "/d/640100-113/2021-00001, GONE, text/html, .gone/d/640100-113/2021-00001.html",
        "/c/former, MOVED, '', c/former.html",
        "/c/%E6%B0%B4, PAGE, text/html, c/水.html"
    })
    void followsFromPathAndQueryAlone(String address, Kind kind, String type, String file) {
        assertThat(FileName.of(address, kind, type)).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"c/x", "/../x", "/c/%2e%2e/x", "/c//x", "/.gone/x", "/c/x?page=../../x"})
    void neverLeavesTheSite(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FileName.of(address, Kind.PAGE, "text/html"));
    }

    @Test
    void namesOfAttachmentsNeverBecomeVariablesOfNginx() {
        assertThat(NginxFiles.quoted("attachment; filename=\"a\"; filename*=UTF-8''a$host.txt"))
                .isEqualTo("\"attachment; filename=\\\"a\\\"; filename*=UTF-8''a%24host.txt\"");
    }
}
