package org.gongkai.opengov.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What an investor consented to (投资方同意): which stages and which kinds, by which paper.
 *
 * @param givenBy who gave it, with the position
 * @param end null while it stands
 */
public record Consent(
        long id,
        String givenBy,
        LocalDate givenOn,
        Set<ProjectStage> stages,
        Set<EntryKind> kinds,
        ProjectFile file,
        PersonId by,
        Instant at,
        @Nullable End end) {
    public Consent {
        stages = Set.copyOf(stages);
        kinds = Set.copyOf(kinds);
    }

    /** That it was taken back (撤回同意). */
    public record End(LocalDate on, String endedBy, String reason, Instant at) {}

    /** Whether it covers this entry now. */
    boolean covers(ProjectEntry.Facts entry) {
        return end == null && stages.contains(entry.stage()) && kinds.contains(entry.kind());
    }
}
