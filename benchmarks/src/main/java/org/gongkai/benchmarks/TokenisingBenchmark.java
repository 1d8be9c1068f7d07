package org.gongkai.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.gongkai.platform.search.lucene.Pairs;
import org.gongkai.platform.search.lucene.WordStream;
import org.gongkai.platform.search.text.Dictionary;
import org.gongkai.platform.search.text.Words;

/** How fast text is divided (分词速度): HanLP with our words, smartcn, pairs of characters. */
public final class TokenisingBenchmark {

    private static final int DOCUMENTS = 2_000;
    private static final int ROUNDS = 4;

    private TokenisingBenchmark() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        List<String> texts =
                new CorpusGenerator(711)
                        .documents(DOCUMENTS)
                        .map(GeneratedDocument::bodyText)
                        .toList();
        var words = new Words(Dictionary.shipped());
        System.out.println("| Division of text, one thread | million characters/s | words |");
        System.out.println("|---|---|---|");
        run("HanLP, words and parts (ours)", texts, text -> new WordStream(words, text));
        run("pairs of characters (ours)", texts, Pairs::new);
        run("smartcn", texts, analyzed(new SmartChineseAnalyzer()));
        run("CJKAnalyzer", texts, analyzed(new CJKAnalyzer()));
    }

    private interface Divider {
        TokenStream divide(String text) throws IOException;
    }

    private static Divider analyzed(Analyzer analyzer) {
        return text -> analyzer.tokenStream("body", text);
    }

    /** The last of several rounds, when everything is warm. */
    private static void run(String name, List<String> texts, Divider divider) throws IOException {
        long characters = texts.stream().mapToLong(String::length).sum();
        for (int round = 1; round <= ROUNDS; round++) {
            long began = System.nanoTime();
            long found = 0;
            for (String text : texts) {
                found += count(divider, text);
            }
            double micros = (System.nanoTime() - began) / 1e3;
            if (round == ROUNDS) {
                System.out.printf(
                        Locale.ROOT, "| %s | %.2f | %,d |%n", name, characters / micros, found);
            }
        }
    }

    private static long count(Divider divider, String text) throws IOException {
        long found = 0;
        try (TokenStream words = divider.divide(text)) {
            words.reset();
            while (words.incrementToken()) {
                found++;
            }
            words.end();
        }
        return found;
    }
}
