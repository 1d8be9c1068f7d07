package org.gongkai.opengov.disclosures;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a document (附件、图片), bound by the hash of its bytes.
 *
 * @param sha256 hash of the bytes, lower-case hex
 * @param name the name shown to readers
 * @param mediaType found from the content, not from the name
 * @param size bytes
 * @param alternative what a picture shows, for those who cannot see it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttachedFile(
        String sha256, String name, String mediaType, long size, @Nullable String alternative) {}
