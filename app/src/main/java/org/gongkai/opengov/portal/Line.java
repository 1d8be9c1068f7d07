package org.gongkai.opengov.portal;

import java.util.List;
import org.gongkai.platform.search.MarkedText;
import org.jspecify.annotations.Nullable;

/**
 * A document in a list of the portal (列表条目), ready to read.
 *
 * @param title the title in stretches, what was looked for marked
 * @param day day of publication, 2021-07-30
 * @param snippet where the words stand; empty in plain lists
 * @param attachment name of the attachment that the snippet is from, null where it is from the text
 * @param reading where that attachment is read as a page; null where it is not
 * @param column name of the column, null where the list is of one column
 */
record Line(
        List<MarkedText> title,
        String address,
        String day,
        List<MarkedText> snippet,
        @Nullable String attachment,
        @Nullable String reading,
        @Nullable String column,
        @Nullable String documentNumber,
        @Nullable ValidityTag validity) {

    /** Whether a second line has anything to say. */
    public boolean hasFacts() {
        return column != null || documentNumber != null || validity != null;
    }
}
