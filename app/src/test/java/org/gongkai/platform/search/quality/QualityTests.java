package org.gongkai.platform.search.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.gongkai.platform.search.Inquiry;
import org.gongkai.platform.search.SearchQuery;
import org.gongkai.platform.search.lucene.LuceneIndex;
import org.gongkai.platform.search.text.Dictionary;
import org.gongkai.platform.search.text.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Search answers what people ask — 《政府信息公开条例》 art. 24")
class QualityTests {

    private static final int TEN = 10;

    @TempDir static Path folder;
    private static final List<Paper> PAPERS = Archive.papers();
    private static final List<Judged> QUESTIONS = Judged.all();
    private static final Map<String, Paper> BY_ID = new HashMap<>();
    private static final Inquiry INQUIRY = Inquiry.shipped();
    private static LuceneIndex index;

    @BeforeAll
    static void fill() throws IOException {
        Dictionary dictionary = Dictionary.shipped();
        index = LuceneIndex.open(folder, dictionary, new Words(dictionary));
        for (Paper paper : PAPERS) {
            index.put(paper.document());
            BY_ID.put(paper.document().id(), paper);
        }
        index.makeVisible();
    }

    @AfterAll
    static void close() {
        index.abandon();
    }

    @Test
    void isMeasuredWithEnoughQuestionsAndPapers() {
        assertThat(PAPERS).hasSizeGreaterThanOrEqualTo(2_000);
        assertThat(QUESTIONS).hasSizeGreaterThanOrEqualTo(200);
        assertThat(QUESTIONS).filteredOn(Judged::heldOut).hasSizeGreaterThanOrEqualTo(40);
        assertThat(QUESTIONS)
                .allSatisfy(
                        it ->
                                assertThat(PAPERS)
                                        .as(it.text())
                                        .anyMatch(paper -> it.grade(paper) == 3));
    }

    @Test
    void answersBetterThanWhatTheManualsOffer() throws IOException {
        Map<String, double[]> figures = new LinkedHashMap<>();
        figures.put("ours", measure(it -> find(it.text())));
        try (var smart = new PlainEngine(new SmartChineseAnalyzer(), PAPERS);
                var pairs = new PlainEngine(new CJKAnalyzer(), PAPERS)) {
            figures.put("BM25 by smartcn", measure(it -> plainly(smart, it)));
            figures.put("BM25 by pairs", measure(it -> plainly(pairs, it)));
        }
        System.out.printf(
                Locale.ROOT,
                "%n%d questions over %,d papers        nDCG@10            MRR%n%-24s %8s %8s %8s %8s%n",
                QUESTIONS.size(),
                PAPERS.size(),
                "",
                "tuned",
                "held out",
                "tuned",
                "held out");
        figures.forEach(
                (name, it) ->
                        System.out.printf(
                                Locale.ROOT,
                                "%-24s %8.3f %8.3f %8.3f %8.3f%n",
                                name,
                                it[0],
                                it[1],
                                it[2],
                                it[3]));
        double[] ours = figures.get("ours");
        assertThat(ours[0]).isGreaterThanOrEqualTo(0.85);
        assertThat(ours[1]).isGreaterThanOrEqualTo(0.85);
        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).isGreaterThan(figures.get("BM25 by smartcn")[i]);
            assertThat(ours[i]).isGreaterThan(figures.get("BM25 by pairs")[i]);
        }
    }

    /** nDCG@10 of the tuned and the held out, MRR of the tuned and the held out. */
    private static double[] measure(Function<Judged, List<Paper>> engine) {
        double[] sums = new double[4];
        int[] counts = new int[2];
        for (Judged question : QUESTIONS) {
            int half = question.heldOut() ? 1 : 0;
            List<Paper> found = engine.apply(question);
            sums[half] += question.gain(found, PAPERS);
            sums[half + 2] += question.reciprocalRank(found);
            counts[half]++;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= counts[i % 2];
        }
        return sums;
    }

    private static List<Paper> plainly(PlainEngine engine, Judged question) {
        try {
            return engine.find(question.text(), PAPERS);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<Paper> find(String text) {
        List<Paper> found = new ArrayList<>();
        INQUIRY.search(index, SearchQuery.of(text).page(0, TEN), HashSet::new)
                .hits()
                .forEach(it -> found.add(BY_ID.get(it.id())));
        return found;
    }
}
