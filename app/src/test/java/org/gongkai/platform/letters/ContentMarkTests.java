package org.gongkai.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Content mark — what the QR code of a form says")
class ContentMarkTests {

    private static final String TEXT = "gongkai:sha256:" + Samples.HASH + "?doc=640100-113:12";

    @Test
    void isWrittenAsOneLineAndReadBack() {
        var mark = new ContentMark("640100-113:12", Samples.HASH);

        assertThat(mark.text()).isEqualTo(TEXT);
        assertThat(ContentMark.parse(TEXT)).contains(mark);
    }

    @Test
    void showsTheHashInEightGroups() {
        assertThat(Samples.MARK.inGroups())
                .isEqualTo(
                        "9f86d081 884c7d65 9a2feaa0 c55ad015 a3bf4f1b 2b0b822c d15d6c15 b0f00a08");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gongkai:sha256:9f86d081?doc=1",
                "gongkai:sha256:9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08?doc=1",
                "gongkai:sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "gongkai:sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08?doc=",
                "gongkai:sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08?doc=a b",
                "https://example.org/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            })
    void takesNothingElseForOne(String text) {
        assertThat(ContentMark.parse(text)).isEmpty();
    }

    @Test
    void needsAWholeHash() {
        assertThatThrownBy(() -> new ContentMark("1", "abc"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
