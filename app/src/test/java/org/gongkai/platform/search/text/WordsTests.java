package org.gongkai.platform.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Division into words")
class WordsTests {

    private static final Words WORDS = new Words(Dictionary.shipped());

    @ParameterizedTest
    @CsvSource({
        "推动双随机一公开工作, '[推动, 双随机一公开, 工作]'",
        "饮用水水源地水质状况, '[饮用水水源地, 水质状况]'",
        "依法做好依申请公开, '[依法, 做好, 依申请公开]'",
        "粤港澳大湾区住房公积金, '[粤港澳大湾区, 住房, 公积金]'",
        "放射源和射线装置, '[放射源, 射线装置]'",
        "gb/t 9704, '[gb, t, 9704]'"
    })
    void knowsTheWordsOfTheTrade(String text, String words) {
        assertThat(WORDS.of(text).stream().map(Word::text).toList()).hasToString(words);
    }

    @Test
    void findsTheWordsInsideALongOneWhereTheyStand() {
        List<Word> found = new ArrayList<>();
        WORDS.eachWithParts("推动双随机一公开", found::add);

        assertThat(found).contains(new Word("双随机一公开", 2), new Word("双随机", 2), new Word("公开", 6));
    }

    @Test
    void replacesAWordByItsPartsOnlyIfNothingIsLost() {
        assertThat(WORDS.parts("饮用水水源地")).containsExactly("饮用水水源", "水源地");
        assertThat(WORDS.parts("双随机")).isEmpty();
    }

    @Test
    void doesNotCutWordsInAVeryLongText() {
        String text = "银川市饮用水水源地水质达标。".repeat(5_000);
        List<String> found = WORDS.of(text).stream().map(Word::text).distinct().toList();

        assertThat(found).containsExactlyInAnyOrder("银川市", "饮用水水源地", "水质", "达标");
    }
}
