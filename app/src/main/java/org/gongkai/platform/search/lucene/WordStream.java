package org.gongkai.platform.search.lucene;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.gongkai.platform.search.text.Folding;
import org.gongkai.platform.search.text.Word;
import org.gongkai.platform.search.text.Words;

/** The words of a text and the words inside them (分词), as the index takes them. */
public final class WordStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Words words;
    private final String text;
    private Iterator<Word> rest = List.<Word>of().iterator();

    /** The words of this text. */
    public WordStream(Words words, String text) {
        this.words = words;
        this.text = text;
    }

    @Override
    public void reset() {
        List<Word> all = new ArrayList<>();
        words.eachWithParts(Folding.fold(text), all::add);
        rest = all.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!rest.hasNext()) {
            return false;
        }
        clearAttributes();
        term.append(rest.next().text());
        return true;
    }
}
