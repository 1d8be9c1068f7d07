package org.gongkai.opengov.redaction;

import java.time.Instant;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to be disclosed in part (区分处理件).
 *
 * @param number 编号, e.g. QF-2021-00007
 * @param section whose people mark it, beside the disclosure office
 * @param caseKey the case it belongs to, as the module of cases names it; null for none
 * @param version grows with every mark made or taken back
 */
public record RedactionJob(
        long id,
        AgencyId agency,
        SectionId section,
        String number,
        String title,
        @Nullable String caseKey,
        StoredFile source,
        int pages,
        PersonId openedBy,
        Instant openedAt,
        long version) {}
