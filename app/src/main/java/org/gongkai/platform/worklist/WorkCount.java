package org.gongkai.platform.worklist;

/**
 * A figure of the start page (件数): how many of one kind, and where they are listed.
 *
 * @param messageKey key of its name, e.g. 草稿
 */
public record WorkCount(String messageKey, long count, String link) {}
