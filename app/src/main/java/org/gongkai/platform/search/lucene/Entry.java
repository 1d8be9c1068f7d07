package org.gongkai.platform.search.lucene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.gongkai.platform.search.LegalForce;
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
        entry.addText(Names.TITLE, document.title());
        entry.addText(Names.BODY, document.bodyText());
        entry.addMore(document);
        return entry.entry;
    }

    private void addKeys(SearchableDocument document) {
        addKey(Names.ID, document.id());
        addKey(Names.KIND, document.kind());
        addKey(Names.SECTION, document.section());
        addKey(Names.YEAR, Integer.toString(document.year()));
        if (document.item() != null) {
            addKey(Names.ITEM, document.item());
        }
        addForce(document.force());
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

    /** A missing date is the far past or future, so that each is one comparison. */
    private void addForce(LegalForce.@Nullable Dates dates) {
        if (dates == null) {
            return;
        }
        entry.add(new SortedDocValuesField(Names.FORCE, new BytesRef(dates.written())));
        addDay(Names.EFFECTIVE_ON, dates.effectiveOn(), LocalDate.MIN);
        addDay(Names.EXPIRES_ON, dates.expiresOn(), LocalDate.MAX);
        addDay(Names.REPEALED_ON, dates.repealedOn(), LocalDate.MAX);
    }

    private void addDay(String name, @Nullable LocalDate day, LocalDate otherwise) {
        entry.add(new LongPoint(name, Objects.requireNonNullElse(day, otherwise).toEpochDay()));
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

    private void addText(String name, String text) {
        entry.add(new StoredField(name, text));
        index(name, text);
    }

    private void index(String name, String text) {
        entry.add(new Field(Names.words(name), new WordStream(words, text), WORDS));
        entry.add(new Field(Names.pairs(name), new Pairs(text), PAIRS));
    }

    /** Searched together, kept apart, so that a hit can say where it is from. */
    private void addMore(SearchableDocument document) {
        List<String> fields = document.fieldTexts();
        List<String> attachments = document.searchedAttachments();
        entry.add(new StoredField(Names.FIELDS, joined(fields)));
        entry.add(new StoredField(Names.ATTACHMENTS, joined(attachments)));
        List<String> both = new ArrayList<>(fields);
        both.addAll(attachments);
        index(Names.MORE, joined(both));
    }

    private static String joined(List<String> texts) {
        return String.join(String.valueOf(Pairs.BREAK), texts);
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }
}
