package org.gongkai.platform.search;

/**
 * What somebody who types may be about to ask (检索提示).
 *
 * @param text to look for
 * @param title whether it is the title of a public document; else a word of the trade
 */
public record Suggestion(String text, boolean title) {}
