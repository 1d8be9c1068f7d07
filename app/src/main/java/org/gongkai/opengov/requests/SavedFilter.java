package org.gongkai.opengov.requests;

/**
 * A list that its owner wants again (常用查询).
 *
 * @param query what follows the question mark of the list's address
 * @param first whether the list opens with it
 */
public record SavedFilter(long id, String name, String query, boolean first) {}
