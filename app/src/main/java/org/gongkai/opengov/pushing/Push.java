package org.gongkai.opengov.pushing;

import java.time.Instant;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell the city's platform (推送).
 *
 * @param sequence its place among the pushes of the document, from 1
 * @param dueAt when it is tried next; once handed over, until when a receipt is expected
 * @param attempts how often it was tried
 * @param failures how often in vain, since it was queued or somebody had it tried again
 */
public record Push(
        long id,
        DocumentId document,
        int sequence,
        PushOperation operation,
        int edition,
        AgencyId agency,
        String indexNumber,
        Instant queuedAt,
        PushState state,
        Instant dueAt,
        int attempts,
        int failures,
        @Nullable Receipt receipt) {

    /**
     * Names the operation for good (幂等键): the same in every attempt, so that the platform does it
     * once. The sequence tells a second withdrawal of one edition from the first.
     */
    public String key() {
        return document + "." + edition + "." + operation.slug() + "." + sequence;
    }
}
