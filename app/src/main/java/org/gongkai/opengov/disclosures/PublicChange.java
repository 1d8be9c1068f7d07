package org.gongkai.opengov.disclosures;

import java.time.Instant;

/** What the public can see of a document has changed (公开内容变动): published, withdrawn or restored. */
public record PublicChange(DocumentId document, Instant at) {}
