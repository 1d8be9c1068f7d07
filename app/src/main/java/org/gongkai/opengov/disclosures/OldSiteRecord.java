package org.gongkai.opengov.disclosures;

import java.time.Instant;
import java.util.List;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.textcheck.Finding;
import org.gongkai.platform.textcheck.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A document of an old site, checked and ready to be kept aside (导入条目).
 *
 * @param publishedAt when it appeared at the old site
 * @param number where its index number belongs, with the sequence that is kept, or 0
 */
public record OldSiteRecord(
        DocumentId id,
        AgencyId agency,
        Typed typed,
        Preparation.Prepared prepared,
        CanonicalText text,
        Instant publishedAt,
        Number number,
        List<Finding> findings) {
    /** A picture without words is for the self-check to list; it harms nobody's privacy. */
    private static final String NO_ALTERNATIVE = "image.no-alternative";

    /**
     * What the manifest says of it.
     *
     * @param row its row, from 1
     * @param sourceKey what names it at the old site, unique there
     * @param oldAddress its address there
     * @param oldIndexNumber as written there
     */
    public record Typed(
            int row,
            String sourceKey,
            DocumentInput document,
            Instant publishedAt,
            @Nullable String oldAddress,
            @Nullable String oldIndexNumber) {}

    /** Prefix and year, and the kept sequence; 0 when one is allotted. */
    public record Number(String prefix, int year, int sequence) {}

    /** Whether the machine found what only the secrecy reviewer may let pass. */
    public boolean held() {
        return findings.stream()
                .filter(it -> it.severity() == Severity.BLOCKING)
                .anyMatch(it -> !it.code().equals(NO_ALTERNATIVE));
    }

    OldSiteRecord withoutKeptNumber() {
        return new OldSiteRecord(
                id,
                agency,
                typed,
                prepared,
                text,
                publishedAt,
                new Number(number.prefix(), number.year(), 0),
                findings);
    }
}
