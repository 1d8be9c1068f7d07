package org.gongkai.platform.textcheck;

import java.util.List;
import java.util.Optional;

/**
 * Something the machine found (机器校对问题).
 *
 * @param id the same for the same finding in the next check, whatever else changed in the text, see
 *     {@link FindingIds}
 * @param code stable, for programs: {@code personal.id-card}
 * @param where field, offset and quote
 * @param messageKey key of the sentence that says what and why
 * @param arguments what the sentence names
 * @param proposal the words to put in place of the quote, where there are any
 */
public record Finding(
        String id,
        String code,
        Severity severity,
        Where where,
        String messageKey,
        List<Object> arguments,
        Optional<String> proposal) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** Key of the sentence that says how to mend it. */
    public String mendKey() {
        return messageKey + ".mend";
    }

    /** The quote with digits of personal data covered, fit for lists, logs and records. */
    public String maskedQuote() {
        return mask(code, where.quote());
    }

    private static String mask(String code, String quote) {
        if (!code.startsWith("personal.")) {
            return quote;
        }
        var shown = Math.max(1, quote.length() / 4);
        if (quote.length() <= 2 * shown) {
            return quote.substring(0, 1) + "*".repeat(quote.length() - 1);
        }
        var hidden = quote.length() - 2 * shown;
        return quote.substring(0, shown)
                + "*".repeat(hidden)
                + quote.substring(quote.length() - shown);
    }
}
