package org.gongkai.platform.files;

/**
 * A stretch of a file on one of its pages (网页阅读的一段): a page of a PDF, rows of a worksheet, some
 * paragraphs of a text.
 *
 * @param part the page that shows it, from 1
 * @param name of the worksheet; else empty
 * @param first the first page or row in it, from 1; 0 where nothing is counted
 * @param last the last one
 * @param all how many the file or the worksheet has
 * @param html clean; empty where this stretch has no text
 */
public record ReadingSection(int part, String name, long first, long last, long all, String html) {}
