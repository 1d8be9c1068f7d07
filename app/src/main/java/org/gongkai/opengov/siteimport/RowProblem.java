package org.gongkai.opengov.siteimport;

/**
 * What is wrong with one field of one row (行级问题).
 *
 * @param row from 1, the head not counted
 * @param field the column of the manifest, as its head writes it
 * @param reason what to mend, as the operator reads it
 */
public record RowProblem(int row, String sourceKey, String field, String reason) {}
