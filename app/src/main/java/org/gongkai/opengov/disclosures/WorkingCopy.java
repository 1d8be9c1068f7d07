package org.gongkai.opengov.disclosures;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;

/** The text being worked on (工作稿): nobody outside the desk reads it. */
public record WorkingCopy(
        DocumentContent content, String sha256, PersonId editedBy, Instant editedAt) {}
