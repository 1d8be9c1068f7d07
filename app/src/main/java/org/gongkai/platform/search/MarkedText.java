package org.gongkai.platform.search;

/**
 * A stretch of a document's own text (文本片段), and whether it is what was looked for.
 *
 * <p>Plain text: whoever shows it escapes it, and wraps marked stretches.
 */
public record MarkedText(String text, boolean marked) {}
