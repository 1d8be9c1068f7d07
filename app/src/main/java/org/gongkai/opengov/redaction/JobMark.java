package org.gongkai.opengov.redaction;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A mark of a job (标记), which is never changed, only taken back.
 *
 * @param places how many places it found when it was made
 */
public record JobMark(long id, Mark mark, int places, PersonId by, Instant at) {

    /** The words that are marked; null for an area. */
    public @Nullable String quote() {
        return mark instanceof Mark.Passage words ? words.quote() : null;
    }

    /** The page of an area, or the only page that is meant; null for the whole document. */
    public @Nullable Integer page() {
        return switch (mark) {
            case Mark.Passage words -> words.page();
            case Mark.Area area -> Integer.valueOf(area.page());
        };
    }
}
