package org.gongkai.opengov.disclosures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One edition in a public document's history (历次版本), with the note on what was corrected. */
public record PublicEdition(
        int number, Instant publishedAt, String sha256, @Nullable String correctionNote) {}
