package org.gongkai.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Difference of two texts (修改对照)")
class DifferenceTests {

    @Test
    void marksOnlyTheCharactersThatChanged() {
        var difference =
                Difference.between(
                        List.of("对5个水源地进行监测。", "每月监测一次。"), List.of("对6个水源地进行监测。", "每月监测一次。"));

        assertThat(written(difference)).isEqualTo("对[-5][+6]个水源地进行监测。|每月监测一次。");
    }

    @Test
    void showsAnAddedAndARemovedParagraphWhole() {
        var difference =
                Difference.between(
                        List.of("一、总体要求", "二、重点领域", "三、工作要求"),
                        List.of("一、总体要求", "三、工作要求", "四、监督检查"));

        assertThat(written(difference)).isEqualTo("一、总体要求|[-二、重点领域]|三、工作要求|[+四、监督检查]");
    }

    @Test
    void saysNoneForTheSameText() {
        assertThat(Difference.between(List.of("同一段"), List.of("同一段")).none()).isTrue();
        assertThat(Difference.between(List.of("同一段"), List.of("同一段。")).none()).isFalse();
    }

    @Test
    void keepsCharactersOutsideTheBasicPlaneWhole() {
        var difference = Difference.between(List.of("𠮷甲"), List.of("𡈽甲"));

        assertThat(written(difference)).isEqualTo("[-𠮷][+𡈽]甲");
    }

    @Test
    void losesNothingOfTextsTooLongToCompareCharacterByCharacter() {
        var before = text("甲", 4_000);
        var after = text("乙", 4_000);

        assertThat(written(Difference.between(List.of(before), List.of(after))))
                .isEqualTo("[-" + before + "][+" + after + "]");
    }

    @Test
    void foldsAwayWhatIsFarFromAnyChange() {
        var difference =
                Difference.between(
                        List.of("一", "二", "三", "四", "五"), List.of("一", "二", "三", "四", "五五"));

        assertThat(difference.stretches())
                .extracting(Difference.Stretch::folded)
                .containsExactly(true, false);
        assertThat(difference.stretches().getFirst().lines()).hasSize(3);
    }

    private static String text(String character, int length) {
        return IntStream.range(0, length).mapToObj(it -> character).collect(Collectors.joining());
    }

    private static String written(Difference difference) {
        return difference.lines().stream()
                .map(
                        line ->
                                line.pieces().stream()
                                        .map(DifferenceTests::written)
                                        .collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }

    private static String written(Difference.Piece piece) {
        return switch (piece.fate()) {
            case KEPT -> piece.text();
            case REMOVED -> "[-" + piece.text() + "]";
            case ADDED -> "[+" + piece.text() + "]";
        };
    }
}
