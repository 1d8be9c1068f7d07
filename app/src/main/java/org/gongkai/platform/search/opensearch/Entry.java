package org.gongkai.platform.search.opensearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.platform.search.SearchableDocument;
import org.gongkai.platform.search.text.Folding;
import org.gongkai.platform.search.text.Freshness;
import org.gongkai.platform.search.text.Numbers;
import org.gongkai.platform.search.text.Sounds;
import org.gongkai.platform.search.text.Times;
import org.gongkai.platform.search.text.WantedReader;
import org.gongkai.platform.search.text.Words;
import org.jspecify.annotations.Nullable;

/** A document as the server holds it (索引条目). */
final class Entry {

    private final Map<String, Object> entry = new LinkedHashMap<>();
    private final Words words;

    private Entry(Words words) {
        this.words = words;
    }

    /** The entry of this document. */
    static Map<String, Object> of(SearchableDocument document, Words words) {
        var entry = new Entry(words);
        entry.addKeys(document);
        entry.addNumbers(document);
        entry.addTitle(document.title());
        entry.addText(Names.TITLE, List.of(document.title()));
        entry.addText(Names.BODY, List.of(document.bodyText()));
        entry.addText(
                Names.MORE,
                Stream.of(document.fieldTexts(), document.searchedAttachments())
                        .flatMap(List::stream)
                        .toList());
        entry.entry.put(Names.TITLE, document.title());
        entry.entry.put(Names.BODY, document.bodyText());
        entry.entry.put(Names.FIELDS, document.fieldTexts());
        entry.entry.put(Names.ATTACHMENTS, document.searchedAttachments());
        return entry.entry;
    }

    private void addKeys(SearchableDocument document) {
        entry.put(Names.ID, document.id());
        entry.put(Names.KIND, document.kind());
        entry.put(Names.SECTION, document.section());
        entry.put(Names.YEAR, Integer.toString(document.year()));
        if (document.item() != null) {
            entry.put(Names.ITEM, document.item());
        }
        if (document.force() != null) {
            entry.putAll(Force.entry(document.force()));
        }
        entry.put(Names.COLUMN, document.columnPath());
        entry.put(Names.COLUMN_KEY, document.columnKey());
        entry.put(Names.PUBLISHED, document.publishedAt().toEpochMilli());
        entry.put(Names.MONTHS, Freshness.months(document));
    }

    private void addNumbers(SearchableDocument document) {
        List<String> numbers = new ArrayList<>();
        addNumber(Names.DOCUMENT_NUMBER, document.documentNumber(), numbers);
        addNumber(Names.INDEX_NUMBER, document.indexNumber(), numbers);
        Set<String> marks = new LinkedHashSet<>();
        for (String number : numbers) {
            marks.add(Folding.bare(number));
            marks.addAll(Numbers.marks(number));
        }
        entry.put(Names.NUMBER, marks);
        entry.put(Names.pairs(Names.NUMBER), numbers.stream().map(Tokens::pairs).toList());
    }

    private void addNumber(String name, @Nullable String number, List<String> numbers) {
        if (number != null && !number.isBlank() && number.length() <= WantedReader.LONGEST) {
            numbers.add(number);
            entry.put(name, number);
        }
    }

    private void addTitle(String title) {
        String folded = Folding.fold(title);
        entry.put(Names.PERIOD, Times.marks(title));
        entry.put(Names.pairs(Names.INITIALS), Tokens.pairs(Sounds.initials(folded)));
        entry.put(Names.SYLLABLES, String.join(" ", Sounds.syllables(folded)));
    }

    private void addText(String name, List<String> texts) {
        entry.put(Names.words(name), texts.stream().map(it -> Tokens.words(it, words)).toList());
        entry.put(Names.pairs(name), texts.stream().map(Tokens::pairs).toList());
    }
}
