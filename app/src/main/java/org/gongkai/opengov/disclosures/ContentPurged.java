package org.gongkai.opengov.disclosures;

import java.util.List;

/** Spilled content was removed on two persons' word (内容已清除); its files are to be erased too. */
public record ContentPurged(DocumentId document, List<String> fileHashes) {
    public ContentPurged {
        fileHashes = List.copyOf(fileHashes);
    }
}
