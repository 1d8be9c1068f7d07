package org.gongkai.opengov.redaction;

import org.jspecify.annotations.Nullable;

/** What is to be withheld (不予公开标记), and on what ground. */
public sealed interface Mark {

    /** On what it is withheld. */
    Basis basis();

    /**
     * Whether the same words may stand elsewhere in the released copy; otherwise the release is
     * refused while they do.
     */
    boolean elsewhereAllowed();

    /**
     * Words of the text (文字标记), wherever they stand: over the ends of lines and pages, in full or
     * half width, with or without blanks between.
     *
     * @param page only on this page, from 1; null for the whole document
     */
    record Passage(String quote, @Nullable Integer page, Basis basis, boolean elsewhereAllowed)
            implements Mark {

        /** Everywhere in the document. */
        public static Passage everywhere(String quote, Basis basis) {
            return new Passage(quote, null, basis, false);
        }
    }

    /**
     * An area of a page (区域标记), with whatever is in it.
     *
     * @param page from 1
     * @param box in parts of the page as it is displayed
     */
    record Area(int page, Box box, Basis basis, boolean elsewhereAllowed) implements Mark {
        public Area {
            if (box.left() < 0 || box.top() < 0 || box.right() > 1 || box.bottom() > 1) {
                throw new IllegalArgumentException("Outside of the page: " + box);
            }
        }

        /** With what was in it not to be found anywhere else. */
        public static Area of(int page, Box box, Basis basis) {
            return new Area(page, box, basis, false);
        }
    }
}
