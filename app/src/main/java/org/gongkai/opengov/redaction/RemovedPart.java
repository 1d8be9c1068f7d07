package org.gongkai.opengov.redaction;

/**
 * A line of the list of what was withheld (区分处理清单). It never holds the words themselves.
 *
 * @param mark the number of the mark, from 1
 * @param page from 1
 * @param words whether words were marked, rather than an area
 * @param places how many places of the page
 * @param signs how many signs went with them; 0 where only a picture was there
 */
public record RemovedPart(int mark, int page, boolean words, int places, int signs, Basis basis) {}
