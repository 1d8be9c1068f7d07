package org.gongkai.platform.letters;

import java.util.List;

/** A cell of a form (表格单元), the same for PDF and .docx. */
sealed interface SheetCell {

    /** How many of the sheet's columns it covers. */
    int columns();

    /** The name of a field; may run over several rows. */
    record Label(String text, int columns, int rows) implements SheetCell {}

    /** What was filled in, line by line. */
    record Value(List<String> lines, int columns) implements SheetCell {}

    /** Room for an opinion: gates and opinion above, signature and date below at the right. */
    record Opinion(String gates, String opinion, String signature, String date, int columns)
            implements SheetCell {}
}
