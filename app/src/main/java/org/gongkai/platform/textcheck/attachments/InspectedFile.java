package org.gongkai.platform.textcheck.attachments;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found in one file (附件检查结果).
 *
 * @param hidden what hides in it
 * @param passages its words, part by part
 */
public record InspectedFile(List<Hidden> hidden, List<Passage> passages) {
    static final int MOST_WORDS = 5_000_000;

    public InspectedFile {
        hidden = List.copyOf(hidden);
        passages = List.copyOf(passages);
    }

    /** The words of one sheet, page or part. */
    public record Passage(String part, String text) {}

    /** Gathers findings while a file is read. */
    static final class Notes {
        private final List<Hidden> hidden = new ArrayList<>();
        private final List<Passage> passages = new ArrayList<>();
        private int words;

        void add(Hidden found) {
            if (hidden.size() < 200 && !hidden.contains(found)) {
                hidden.add(found);
            }
        }

        void addText(String part, CharSequence text) {
            if (!text.toString().isBlank() && words < MOST_WORDS) {
                var kept =
                        text.subSequence(0, Math.min(text.length(), MOST_WORDS - words)).toString();
                words += kept.length();
                passages.add(new Passage(part, kept));
            }
        }

        InspectedFile done() {
            return new InspectedFile(hidden, passages);
        }
    }
}
