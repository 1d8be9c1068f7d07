package org.gongkai.opengov.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a project in its newest version (信息条目).
 *
 * @param version id of the version
 * @param number of the version, from 1
 * @param publication the newest publication made of it; null for none
 */
public record ProjectEntry(
        long id,
        long project,
        long version,
        int number,
        Facts facts,
        String reason,
        PersonId writtenBy,
        Instant writtenAt,
        List<Field> fields,
        @Nullable Publication publication) {
    public ProjectEntry {
        fields = List.copyOf(fields);
    }

    /** What it tells of. */
    public record Facts(ProjectStage stage, EntryKind kind, String title, LocalDate formedOn) {}

    /**
     * One thing it says, and what was found of it.
     *
     * @param screening null until somebody has looked at it
     */
    public record Field(
            long id, int position, String name, String value, @Nullable Screening screening) {}

    /** What somebody found of a field. */
    public record Screening(long id, Outcome outcome, String ground, PersonId by, Instant at) {}

    /**
     * The document made of it.
     *
     * @param isPublic whether everybody reads it now
     * @param ofThisVersion whether it was made of the newest version and its newest screening
     */
    public record Publication(
            long id,
            @Nullable Long consent,
            DocumentId document,
            boolean isPublic,
            boolean ofThisVersion) {}

    /** Whether somebody still has to look at something. */
    public boolean waitsForScreening() {
        return fields.stream().anyMatch(it -> it.screening() == null);
    }

    /** Whether anything of it may be let out. */
    public boolean hasOpen() {
        return fields.stream()
                .map(Field::screening)
                .anyMatch(it -> it != null && it.outcome() == Outcome.OPEN);
    }

    /** The newest screening of all; 0 before the first. */
    long lastScreening() {
        return fields.stream()
                .map(Field::screening)
                .mapToLong(it -> it == null ? 0 : it.id())
                .max()
                .orElse(0);
    }
}
