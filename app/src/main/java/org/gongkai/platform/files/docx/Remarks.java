package org.gongkai.platform.files.docx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.files.ImportNote;

/** What is left out while a draft is read (导入记录), each thing told once. */
final class Remarks {
    private static final int LONGEST = 60;

    private final Map<String, StringBuilder> quotes = new LinkedHashMap<>();

    void add(String key, String quote) {
        var words = quotes.computeIfAbsent(key, it -> new StringBuilder());
        if (words.length() < LONGEST && !quote.isBlank()) {
            words.append(words.isEmpty() ? "" : "；").append(quote.strip());
        }
    }

    List<ImportNote> notes() {
        List<ImportNote> notes = new ArrayList<>();
        quotes.forEach(
                (key, words) -> {
                    var shown =
                            words.length() <= LONGEST
                                    ? words.toString()
                                    : words.substring(0, LONGEST) + "…";
                    notes.add(ImportNote.of("files.import." + key, shown));
                });
        return notes;
    }
}
