package org.gongkai.opengov.disclosures;

import org.jspecify.annotations.Nullable;

/**
 * What differs between what was sent for review and a later text (稿次对照).
 *
 * @param from number of the revision
 * @param to number of the later revision, null for the working copy
 */
public record RevisionDifference(int from, @Nullable Integer to, ContentDifference difference) {}
