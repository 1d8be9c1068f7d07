package org.gongkai.opengov.disclosures;

import java.time.Instant;
import org.gongkai.platform.roles.AgencyId;

/** What stands at a public address (公开地址的答复). */
public sealed interface PublicAnswer {

    /** The document itself. */
    record Found(PublicDocument document) implements PublicAnswer {}

    /** It was withdrawn: 410, with reason and basis; nothing of its content, not even the title. */
    record Withdrawn(
            IndexNumber indexNumber,
            AgencyId agency,
            Instant publishedAt,
            Instant withdrawnAt,
            String reason,
            String legalBasis)
            implements PublicAnswer {}

    /** Its content was purged: 410, in neutral words. */
    record Purged(IndexNumber indexNumber, AgencyId agency) implements PublicAnswer {}

    /** Nothing was ever public here. */
    record Nothing() implements PublicAnswer {}
}
