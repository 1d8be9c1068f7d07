package org.gongkai.platform.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gongkai.platform.settings.StartRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The settings of the search server")
class OpenSearchSettingsTests {

    @Test
    void areNoneWhereNoServerIsNamed() {
        assertThat(OpenSearchSettings.read(Map.<String, String>of()::get)).isEmpty();
    }

    @Test
    void areReadAndTellNoPassword() {
        var read =
                OpenSearchSettings.read(
                                Map.of(
                                                "GONGKAI_SEARCH_URL",
                                                        "https://search.example:9200/",
                                                "GONGKAI_SEARCH_USER", "gongkai",
                                                "GONGKAI_SEARCH_PASSWORD", "hunter2")
                                        ::get)
                        .orElseThrow();

        assertThat(read.url()).hasToString("https://search.example:9200");
        assertThat(read.index()).isEqualTo("gongkai");
        assertThat(read.login()).isPresent();
        assertThat(read.toString()).contains("gongkai").doesNotContain("hunter2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "search.example:9200, '', '', '', must be the address of the search server",
        "ftp://search.example, '', '', '', must be the address of the search server",
        "http://u:hunter2@search.example, '', '', '', without user and password",
        "'', gongkai, hunter2, '', GONGKAI_SEARCH_URL is not",
        "'', '', '', office, GONGKAI_SEARCH_URL is not",
        "https://search.example, gongkai, '', '', must be set together",
        "https://search.example, '', hunter2, '', must be set together",
        "http://search.example, gongkai, hunter2, '', over https:// only",
        "https://search.example, '', '', Gongkai_1, must begin with a small letter"
    })
    void refuseTheStartWhereTheyAreWrong(
            String url, String user, String password, String index, String sentence) {
        var given =
                Map.of(
                        "GONGKAI_SEARCH_URL", url,
                        "GONGKAI_SEARCH_USER", user,
                        "GONGKAI_SEARCH_PASSWORD", password,
                        "GONGKAI_SEARCH_INDEX", index);

        assertThatThrownBy(() -> OpenSearchSettings.read(given::get))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(sentence)
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void letAPasswordBeSentToThisMachineWithoutEncryption() {
        var given =
                Map.of(
                        "GONGKAI_SEARCH_URL", "http://127.0.0.1:9200",
                        "GONGKAI_SEARCH_USER", "gongkai",
                        "GONGKAI_SEARCH_PASSWORD", "hunter2");

        assertThat(OpenSearchSettings.read(given::get)).isPresent();
    }
}
