package org.gongkai.opengov.inspections.tasks;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;

/**
 * A picture taken at the site (证据照片).
 *
 * @param question key of the question it answers; empty for the findings
 * @param sha256 of the picture as it was taken, with everything the camera wrote into it
 * @param publicSha256 of the copy that tells neither place nor device
 */
public record Evidence(
        long id,
        long task,
        String question,
        String name,
        String mediaType,
        long size,
        String sha256,
        String publicSha256,
        PersonId person,
        Instant addedAt) {}
