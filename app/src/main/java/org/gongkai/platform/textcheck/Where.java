package org.gongkai.platform.textcheck;

/**
 * Where something was found (位置).
 *
 * @param field {@code title}, {@code bodyHtml}, a field's name, or {@code attachment:<name>}
 * @param part the place within an attachment (sheet, page), else empty
 * @param offset from where, in the words of the field ({@code PlainText} of a body), from 0
 * @param quote the words found, as written
 */
public record Where(String field, String part, int offset, String quote) {}
