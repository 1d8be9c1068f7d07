package org.gongkai.opengov.requests;

import org.jspecify.annotations.Nullable;

/**
 * An earlier request of somebody else that asks for much the same (类案).
 *
 * @param words the beginning of what it asks
 * @param percent how alike both are
 * @param outcomes how it was answered, an outcome for each matter, commas between; null before that
 */
public record SimilarCase(
        RequestCase request, String words, int percent, @Nullable String outcomes) {}
