package org.gongkai.platform.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.platform.search.Corpus;
import org.gongkai.platform.search.Suggestion;
import org.gongkai.platform.search.Suggestions;
import org.gongkai.platform.search.VisibilityGate;
import org.gongkai.platform.search.text.Understanding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Suggestions while one types")
class SuggestionTests {

    private static final Suggestions SUGGESTIONS =
            new Suggestions(Understanding.shipped(), LuceneFixture.DICTIONARY.words());

    @TempDir static Path folder;
    private static LuceneIndex index;

    @BeforeAll
    static void fill() throws Exception {
        index = LuceneFixture.indexOf(folder, Corpus.documents());
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static List<Suggestion> of(String typed, VisibilityGate gate) {
        return SUGGESTIONS.of(typed, index, gate);
    }

    @ParameterizedTest(name = "{0} goes on to the word {1}")
    @CsvSource({"双随, 双随机", "shuiyuan, 水源地", "syd, 水源地", "排污许, 排污许可", "HJ, 环境保护"})
    void areWordsOfTheTrade(String typed, String word) {
        assertThat(of(typed, HashSet::new)).contains(new Suggestion(word, false));
    }

    @ParameterizedTest(name = "{0} goes on to the title {1}")
    @CsvSource({
        "政务公开工作, 银川市生态环境局2021年政务公开工作要点",
        "bumenyusuan, 银川市生态环境局2021年部门预算",
        "yingjiyua, 银川市突发环境事件应急预案",
        "tfhj, 银川市突发环境事件应急预案",
        "水源地 6月, 2021年6月银川市集中式饮用水水源地水质状况报告"
    })
    void areTitlesOfWhatIsPublic(String typed, String title) {
        assertThat(of(typed, HashSet::new)).contains(new Suggestion(title, true));
    }

    @Test
    void neverTellOfWhatTheGateKeepsBack() {
        assertThat(of("政务公开工作要点", shown -> Set.of())).noneMatch(Suggestion::title);
    }

    @Test
    void areTenAtMostAndNoneForNothing() {
        assertThat(of("20", HashSet::new)).hasSizeLessThanOrEqualTo(Suggestions.MOST);
        assertThat(of(" “” ", HashSet::new)).isEmpty();
        assertThat(of("", HashSet::new)).isEmpty();
    }

    @Test
    void thatAreNearHelpWhereNothingIsFound() {
        assertThat(SUGGESTIONS.near("医疗废物焚化厂")).startsWith("医疗废物");
    }
}
