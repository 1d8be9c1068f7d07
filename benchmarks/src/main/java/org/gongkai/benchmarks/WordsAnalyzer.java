package org.gongkai.benchmarks;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.gongkai.platform.search.text.Folding;
import org.gongkai.platform.search.text.Word;
import org.gongkai.platform.search.text.Words;

/** The words of a text with their places (分词), as Lucene's own highlighter wants them. */
final class WordsAnalyzer extends Analyzer {

    private final Words words;

    WordsAnalyzer(Words words) {
        this.words = words;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new Dividing(words));
    }

    private static final class Dividing extends Tokenizer {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
        private final Words words;
        private Iterator<Word> rest = List.<Word>of().iterator();
        private int length;

        Dividing(Words words) {
            this.words = words;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            var text = new StringWriter();
            input.transferTo(text);
            length = text.getBuffer().length();
            List<Word> all = new ArrayList<>();
            words.eachWithParts(Folding.fold(text.toString()), all::add);
            rest = all.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) {
                return false;
            }
            clearAttributes();
            Word word = rest.next();
            term.append(word.text());
            place.setOffset(correctOffset(word.start()), correctOffset(word.end()));
            return true;
        }

        @Override
        public void end() throws IOException {
            super.end();
            place.setOffset(correctOffset(length), correctOffset(length));
        }
    }
}
