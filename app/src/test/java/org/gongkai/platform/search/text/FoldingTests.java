package org.gongkai.platform.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Folding")
class FoldingTests {

    @ParameterizedTest
    @CsvSource({
        "ＧＢ／Ｔ　９７０４, gb/t 9704",
        "政務公開條例, 政务公开条例",
        "雙隨機, 双随机",
        "PM2.5, pm2.5",
        "第①项, 第1项",
        "二〇二一年, 二〇二一年",
        "𠮷野家, 𠮷野家",
        "银政发〔2021〕1號, 银政发〔2021〕1号"
    })
    void makesSpellingsTheSame(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "银政公开办发〔2021〕1号, 银政公开办发20211号",
        "640100-113/2021-00201, 640100113202100201",
        "二〇二一年Ⅲ类, 二〇二一年ⅲ类",
        "《》！？——, ''"
    })
    void leavesOutWhatIsNotSearched(String text, String bare) {
        assertThat(Folding.bare(text)).isEqualTo(bare);
    }

    @Test
    void keepsEveryCharacterInItsPlace() {
        var all = new StringBuilder();
        for (char c = 1; c < Character.MAX_VALUE; c++) {
            all.append(c);
        }

        assertThat(Folding.fold(all.toString())).hasSameSizeAs(all.toString());
    }
}
