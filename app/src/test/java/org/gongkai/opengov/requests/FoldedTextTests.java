package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Texts of cases as they are searched (检索形式), and marks of similar ones")
class FoldedTextTests {

    @Test
    void readFullAndHalfWidthAndSpacesAlike() {
        assertThat(FoldedText.of("ＹＳＱ－2021－00001　环评 批复")).isEqualTo("ysq-2021-00001环评批复");
        assertThat(FoldedText.terms(" 环评　批复 ＡＢ ")).containsExactly("环评", "批复", "ab");
        assertThat(FoldedText.terms("  ")).isEmpty();
    }

    @Test
    void areCutIntoPairsAndNeverThroughASign() {
        assertThat(FoldedText.pairs("环评批")).containsExactly("环评", "评批");
        assertThat(FoldedText.pairs("𠮷野家")).containsExactlyInAnyOrder("𠮷野", "野家");
        assertThat(FoldedText.pairs("环")).isEmpty();
    }

    @Test
    void showWhereTheWordsStand() {
        assertThat(Passage.of("第一行\n请查2020年 环评批复的全文", List.of("环评批复")))
                .contains(new Passage("请查2020年 ", "环评批复", "的全文"));
        assertThat(Passage.of("请查2020年", List.of("环评"))).isEmpty();
    }

    @Test
    void shareABandWhenTheyAreAlikeAndNoneWhenTheyAreNot() {
        var one = Sketch.of("2020年以来银川市某化工有限公司环境影响评价报告书的批复文件");
        var alike = Sketch.of("银川市某化工有限公司2020年以来环境影响评价报告书批复文件全文");
        var other = Sketch.of("市区公园夜间照明用电支出的明细");
        assertThat(one).hasSize(24).isEqualTo(Sketch.of("2020年以来银川市某化工有限公司，环境影响评价报告书的批复文件"));
        assertThat(shared(one, alike)).isPositive();
        assertThat(shared(one, other)).isZero();
        assertThat(Sketch.of("查")).isEmpty();
    }

    private static int shared(List<Integer> one, List<Integer> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        return both.size();
    }
}
