package org.gongkai.platform.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.gongkai.platform.search.SearchableDocument;
import org.gongkai.platform.search.text.Folding;
import org.gongkai.platform.search.text.Freshness;
import org.gongkai.platform.search.text.Numbers;
import org.gongkai.platform.search.text.Sounds;
import org.gongkai.platform.search.text.Times;
import org.gongkai.platform.search.text.WantedReader;
import org.gongkai.platform.search.text.Words;
import org.jspecify.annotations.Nullable;

/** A document as the index holds it (索引条目). */
final class Entry {

    /** Divides the keys of a column path. */
    static final String PATH_DIVIDER = "\u001f";

    /** What lies beyond this in attachments and fields is not searched. */
    private static final int LONGEST_MORE = 1_000_000;

    private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS);
    private static final FieldType PAIRS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private final Document entry = new Document();
    private final Words words;

    private Entry(Words words) {
        this.words = words;
    }

    /** The entry of this document. */
    static Document of(SearchableDocument document, Words words) {
        var entry = new Entry(words);
        entry.addKeys(document);
        entry.addNumbers(document);
        entry.addTitle(document.title());
        entry.addText(Names.TITLE, List.of(document.title()));
        entry.addText(Names.BODY, List.of(document.bodyText()));
        entry.addText(Names.MORE, more(document));
        return entry.entry;
    }

    private void addKeys(SearchableDocument document) {
        addKey(Names.ID, document.id());
        addKey(Names.KIND, document.kind());
        addKey(Names.SECTION, document.section());
        addKey(Names.YEAR, Integer.toString(document.year()));
        for (String key : document.columnPath()) {
            entry.add(new StringField(Names.COLUMN, key, Field.Store.NO));
        }
        String path = String.join(PATH_DIVIDER, document.columnPath());
        entry.add(new SortedDocValuesField(Names.COLUMN_PATH, new BytesRef(path)));
        entry.add(new StoredField(Names.COLUMN, document.columnKey()));
        long published = document.publishedAt().toEpochMilli();
        entry.add(new LongField(Names.PUBLISHED, published, Field.Store.YES));
        entry.add(new FeatureField(Names.FEATURES, Names.MONTHS, Freshness.months(document)));
    }

    private void addKey(String name, String value) {
        entry.add(new StringField(name, value, Field.Store.YES));
        entry.add(new SortedDocValuesField(name, new BytesRef(value)));
    }

    private void addNumbers(SearchableDocument document) {
        List<String> numbers = new ArrayList<>();
        addNumber(Names.DOCUMENT_NUMBER, document.documentNumber(), numbers);
        addNumber(Names.INDEX_NUMBER, document.indexNumber(), numbers);
        entry.add(new Field(Names.pairs(Names.NUMBER), Pairs.ofAll(numbers), PAIRS));
    }

    private void addNumber(String name, @Nullable String number, List<String> numbers) {
        if (number != null && !number.isBlank() && number.length() <= WantedReader.LONGEST) {
            numbers.add(number);
            entry.add(new StoredField(name, number));
            addMark(Names.NUMBER, Folding.bare(number));
            Numbers.marks(number).forEach(it -> addMark(Names.NUMBER, it));
        }
    }

    private void addTitle(String title) {
        Times.marks(title).forEach(it -> addMark(Names.PERIOD, it));
        String folded = Folding.fold(title);
        entry.add(
                new Field(Names.pairs(Names.INITIALS), new Pairs(Sounds.initials(folded)), PAIRS));
        entry.add(new Field(Names.SYLLABLES, new Listed(Sounds.syllables(folded)), PAIRS));
    }

    private void addMark(String name, String value) {
        entry.add(new StringField(name, value, Field.Store.NO));
    }

    private void addText(String name, List<String> texts) {
        String text = String.join(String.valueOf(Pairs.BREAK), texts);
        entry.add(new StoredField(name, text));
        entry.add(new Field(Names.words(name), new WordStream(words, text), WORDS));
        entry.add(new Field(Names.pairs(name), new Pairs(text), PAIRS));
    }

    private static List<String> more(SearchableDocument document) {
        List<String> more = new ArrayList<>(document.fields().values());
        int room = LONGEST_MORE;
        for (String text : document.attachmentTexts()) {
            more.add(text.substring(0, Math.min(room, text.length())));
            room -= Math.min(room, text.length());
        }
        return more;
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }
}
