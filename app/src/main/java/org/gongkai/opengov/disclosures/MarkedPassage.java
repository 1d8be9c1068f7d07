package org.gongkai.opengov.disclosures;

/**
 * A passage that a reviewer marked (标注).
 *
 * @param quote the words as they stand in the text
 * @param note what to do about them
 */
public record MarkedPassage(String quote, String note) {}
