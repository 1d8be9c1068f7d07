package org.gongkai.opengov.disclosures;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;

/** A blocking finding that the secrecy reviewer let pass (放行), with the reason that is kept. */
public record FindingOverride(String finding, String reason, PersonId by, Instant at) {}
