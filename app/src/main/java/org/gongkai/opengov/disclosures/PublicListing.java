package org.gongkai.opengov.disclosures;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A public document in a list (公开目录条目), with the catalogue's fields of 条例 art. 12: index, name,
 * summary, date of creation.
 *
 * @param article20Item the item of art. 20 it falls under, 1 to 15
 * @param publishedAt of the first edition; an edit never changes it
 * @param editedAt of the present edition
 */
public record PublicListing(
        DocumentId id,
        AgencyId agency,
        SectionId section,
        ColumnId column,
        DocumentKind kind,
        String title,
        String summary,
        @Nullable String documentNumber,
        @Nullable LocalDate formedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate expiresOn,
        @Nullable Integer article20Item,
        IndexNumber indexNumber,
        int editionNumber,
        Instant publishedAt,
        Instant editedAt) {}
