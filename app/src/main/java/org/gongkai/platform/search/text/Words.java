package org.gongkai.platform.search.text;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Divides folded text into words (分词), by HanLP with the dictionary of the trade.
 *
 * <p>Single Chinese characters are left out: they say little alone, and the pairs of characters
 * that the index also holds find them. Safe for many threads.
 */
public final class Words {

    /** The longest stretch given to the segmenter at once. */
    private static final int STRETCH = 1_000;

    /** Longer "words" are remains of files, not words. */
    private static final int LONGEST = 64;

    private static final int FREQUENT = 1_000;
    private static final char FIRST_BEYOND_LATIN = 0x250;

    private final Segment longest;
    private final Segment withParts;

    /** Divides by this dictionary. */
    public Words(Dictionary dictionary) {
        longest = segment(dictionary);
        withParts = segment(dictionary).enableIndexMode(true);
    }

    /** The words of the text and the words inside them (索引模式), for what is indexed. */
    public void eachWithParts(String folded, Consumer<Word> taker) {
        each(withParts, folded, taker);
    }

    /** Whether the text is one word, nothing more and nothing less. */
    public boolean isWord(String folded) {
        List<Word> whole = of(folded);
        return whole.size() == 1 && whole.getFirst().text().equals(folded);
    }

    /** The words of the text, each as long as possible, for what is looked for. */
    public List<Word> of(String folded) {
        List<Word> words = new ArrayList<>();
        each(longest, folded, words::add);
        return words;
    }

    /**
     * Shorter words that together cover the whole word: 饮用水水源地 is 饮用水, 水源 and 源地. Empty if a part
     * of it would be lost.
     */
    public List<String> parts(String word) {
        List<Word> inside = new ArrayList<>();
        eachWithParts(word, inside::add);
        inside.removeIf(it -> it.text().length() == word.length());
        List<String> cover = new ArrayList<>();
        int covered = 0;
        while (covered < word.length()) {
            Word best = null;
            for (Word it : inside) {
                if (it.start() <= covered
                        && it.end() > covered
                        && (best == null || it.end() > best.end())) {
                    best = it;
                }
            }
            if (best == null) {
                return List.of();
            }
            cover.add(best.text());
            covered = best.end();
        }
        return cover;
    }

    private static void each(Segment segment, String folded, Consumer<Word> taker) {
        int from = 0;
        while (from < folded.length()) {
            int to = endOfStretch(folded, from);
            for (Term term : segment.seg(folded.substring(from, to))) {
                if (searched(term.word)) {
                    taker.accept(new Word(term.word, from + term.offset));
                }
            }
            from = to;
        }
    }

    private static boolean searched(String word) {
        if (word.length() > LONGEST
                || !word.codePoints().allMatch(it -> Folding.counts(it) || it == '.')
                || word.codePoints().allMatch(it -> it == '.')) {
            return false;
        }
        return word.codePointCount(0, word.length()) > 1 || word.charAt(0) < FIRST_BEYOND_LATIN;
    }

    /** Ends a stretch where a sentence or phrase ends, so that no word is cut in two. */
    private static int endOfStretch(String text, int from) {
        int limit = Math.min(text.length(), from + STRETCH);
        if (limit == text.length()) {
            return limit;
        }
        for (int end = limit; end > from + STRETCH / 2; end--) {
            if (!Folding.counts(text.codePointBefore(end))) {
                return end;
            }
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }

    private static Segment segment(Dictionary dictionary) {
        return new ViterbiSegment()
                .enableCustomDictionary(own(dictionary))
                .enableCustomDictionaryForcing(true)
                .enableNameRecognize(false)
                .enableTranslatedNameRecognize(false)
                .enablePartOfSpeechTagging(false)
                .enableOffset(true);
    }

    /** Only the words of the trade: HanLP's own extra lists cost memory and add names and slang. */
    private static DynamicCustomDictionary own(Dictionary dictionary) {
        var entries = new TreeMap<String, CoreDictionary.Attribute>();
        for (String word : dictionary.words()) {
            entries.put(word, new CoreDictionary.Attribute(Nature.n, FREQUENT));
        }
        var trie = new DoubleArrayTrie<CoreDictionary.Attribute>();
        trie.build(entries);
        return new DynamicCustomDictionary(trie, null, null);
    }
}
