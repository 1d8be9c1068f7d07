package org.gongkai.platform.files;

/**
 * Where a worksheet begins within the pages of its book (工作表目录).
 *
 * @param part the page, from 1
 * @param place which section of that page it is, from 1
 */
public record ReadingContents(String name, int part, int place) {}
