package org.gongkai.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Line breaks — GB/T 15834—2011, 5.1")
class ChineseLineBreaksTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            value = {
                "政务公开 # 政|务|公|开",
                "公开，公平。 # 公|开，|公|平。",
                "《条例》第 # 《条|例》|第",
                "的“十四五”规划 # 的|“十|四|五”|规|划",
                "2021年第20条 # 2021|年|第|20|条",
                "银环发〔2021〕58号 # 银|环|发|〔2021〕|58|号",
                "等等……无 # 等|等……|无",
                "PM2.5浓度35% # PM2.5|浓|度|35%",
                "see https://a.cn/b # see |https://|a.cn/|b",
                "𠮷田龘 # 𠮷|田|龘"
            })
    void endALineOnlyWhereItMayEnd(String text, String expected) {
        var breaks = new ChineseLineBreaks();
        breaks.setText(text);
        var parts = new ArrayList<String>();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            parts.add(text.substring(from, to));
            from = to;
        }

        assertThat(String.join("|", parts)).isEqualTo(expected);
    }
}
