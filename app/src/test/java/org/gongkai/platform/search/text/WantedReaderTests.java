package org.gongkai.platform.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What was typed")
class WantedReaderTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    水质 报告 | [水质, 报告] | [] | []
                    水质　报告 | [水质, 报告] | [] | []
                    "水质报告" | [] | [水质报告] | []
                    “谁执法、谁公示” | [] | [谁执法谁公示] | []
                    「水质」 | [] | [水质] | []
                    ＂水质＂ | [] | [水质] | []
                    "水质 | [水质] | [] | []
                    水质"报告"公开 | [水质, 公开] | [报告] | []
                    水质 -地下水 | [水质] | [] | [地下水]
                    水质 －地下水 | [水质] | [] | [地下水]
                    水质 -"地下 水" | [水质] | [] | [地下水]
                    640100-113 | [640100113] | [] | []
                    - | [] | [] | []
                    -- | [] | [] | []
                    《》 | [] | [] | []
                    """)
    void isUnderstood(String typed, String words, String exact, String excluded) {
        Wanted wanted = WantedReader.read(typed);

        assertThat(bare(wanted, false)).hasToString(words);
        assertThat(bare(wanted, true)).hasToString(exact);
        assertThat(wanted.excluded()).hasToString(excluded);
    }

    private static java.util.List<String> bare(Wanted wanted, boolean exact) {
        return wanted.required().stream()
                .filter(it -> it.exact() == exact)
                .map(Wanted.Part::bare)
                .toList();
    }

    @Test
    void endsAtTwoHundredCharactersAndTenParts() {
        assertThat(WantedReader.read("水".repeat(10_000)).required().getFirst().bare()).hasSize(200);
        assertThat(WantedReader.read("一 二 三 四 五 六 七 八 九 十 多").required()).hasSize(10);
        assertThat(WantedReader.read("水".repeat(199) + "𠮷").required().getFirst().bare())
                .hasSize(199);
    }
}
