package org.gongkai.opengov.disclosures;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A document as the desk sees it in lists (文件).
 *
 * @param awaiting the level whose signature is waited for, while in review
 * @param version grows with every change and every step
 * @param attribute the law's word for its public attribute, empty while undecided
 * @param formedOn when the information was formed; the clock of art. 26 runs from here
 * @param emergency whether it was sent by the emergency path (紧急), which skips no level
 */
public record Document(
        DocumentId id,
        AgencyId agency,
        SectionId section,
        ColumnId column,
        DocumentKind kind,
        DocumentState state,
        @Nullable ReviewLevel awaiting,
        int version,
        String title,
        String attribute,
        @Nullable LocalDate formedOn,
        boolean emergency,
        PersonId createdBy,
        Instant createdAt,
        Instant changedAt) {}
