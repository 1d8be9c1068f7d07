package org.gongkai.platform.textcheck.attachments;

import org.gongkai.platform.textcheck.Severity;

/**
 * Something in a file that its reader does not see at once (隐藏内容).
 *
 * @param code of the finding, e.g. {@code hidden.comments}
 * @param part sheet, page or part of the file, else empty
 * @param quote what is hidden, shortened
 */
public record Hidden(String code, Severity severity, String part, String quote) {
    private static final int LONGEST = 60;

    public Hidden {
        quote = quote.replaceAll("\\s+", " ").strip();
        quote = quote.length() <= LONGEST ? quote : quote.substring(0, LONGEST) + "…";
    }

    static Hidden blocking(String code, String part, String quote) {
        return new Hidden(code, Severity.BLOCKING, part, quote);
    }

    static Hidden warning(String code, String part, String quote) {
        return new Hidden(code, Severity.WARNING, part, quote);
    }

    static Hidden note(String code, String part, String quote) {
        return new Hidden(code, Severity.NOTE, part, quote);
    }
}
