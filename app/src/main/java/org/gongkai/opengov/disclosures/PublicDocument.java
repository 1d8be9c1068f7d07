package org.gongkai.opengov.disclosures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as everybody may read it (公开文件).
 *
 * @param sha256 hash of the content that was signed at every level
 * @param editions its history, oldest first
 * @param origin only for what was taken over from an old site
 * @param validity only for normative documents
 */
public record PublicDocument(
        PublicListing listing,
        DocumentContent content,
        String sha256,
        List<PublicEdition> editions,
        @Nullable Validity validity,
        @Nullable ImportedOrigin origin) {}
