package org.gongkai.opengov.disclosures;

import java.util.UUID;

/** A document (文件) over its whole life, from first draft on. */
public record DocumentId(UUID value) {
    /** A new one. */
    public static DocumentId create() {
        return new DocumentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
