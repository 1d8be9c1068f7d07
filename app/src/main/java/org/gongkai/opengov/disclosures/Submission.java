package org.gongkai.opengov.disclosures;

import org.gongkai.platform.roles.Actor;

/**
 * A draft that is about to be sent for review (送审稿).
 *
 * @param sha256 hash of the content, which every signature will bind
 */
public record Submission(Actor by, Document document, DocumentContent content, String sha256) {}
