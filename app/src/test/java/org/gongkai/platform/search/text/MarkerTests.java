package org.gongkai.platform.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.platform.search.MarkedText;
import org.gongkai.platform.search.Snippet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Marking what was looked for")
class MarkerTests {

    @ParameterizedTest
    @CsvSource({
        "推动“双随机一公开”工作, 双随机, 推动“[双随机]一公开”工作",
        "银政公开办发〔2021〕1号, 银政公开办发20211号, [银政公开办发〔2021〕1号]",
        "ＰＭ２．５浓度, pm25, [ＰＭ２．５]浓度",
        "雙隨機抽查, 双随机, [雙隨機]抽查",
        "𠮷野家水质, 野家, 𠮷[野家]水质",
        "没有, 水质, 没有",
        "<b>水质</b> & \"x\", 水质, <b>[水质]</b> & \"x\""
    })
    void marksTheOriginalTextAndEscapesNothing(String text, String needle, String marked) {
        assertThat(shown(new Marker(List.of(needle)).whole(text))).isEqualTo(marked);
    }

    @Test
    void joinsMarksThatOverlap() {
        assertThat(shown(new Marker(List.of("双随机", "随机一公开")).whole("双随机一公开栏目")))
                .isEqualTo("[双随机一公开]栏目");
    }

    @Test
    void picksTheStretchWithMostOfIt() {
        String text = "水质一句。" + "别的内容，".repeat(60) + "本月水质监测结果达标。" + "后文，".repeat(60);

        Snippet snippet = new Marker(List.of("水质", "监测结果")).snippet(text);

        assertThat(shown(snippet.pieces())).contains("本月[水质监测结果]达标。").hasSize(122);
        assertThat(snippet.startsMidway()).isTrue();
        assertThat(snippet.endsMidway()).isTrue();
    }

    @Test
    void showsTheBeginningIfNothingIsFound() {
        Snippet snippet = new Marker(List.of("龟兹")).snippet("本月水质达标。");

        assertThat(snippet)
                .isEqualTo(new Snippet(List.of(new MarkedText("本月水质达标。", false)), false, false));
    }

    @Test
    void showsNothingOfAnEmptyText() {
        assertThat(new Marker(List.of("水质")).snippet("").pieces()).isEmpty();
    }

    private static String shown(List<MarkedText> pieces) {
        return pieces.stream()
                .map(it -> it.marked() ? "[" + it.text() + "]" : it.text())
                .collect(Collectors.joining());
    }
}
