package org.gongkai.opengov.disclosures;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;

/** A document taken back from the public (撤回), with reason and legal basis that stay readable. */
public record Withdrawal(
        long id, DocumentId document, String reason, String legalBasis, PersonId by, Instant at) {}
