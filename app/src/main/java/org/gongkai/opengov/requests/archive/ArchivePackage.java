package org.gongkai.opengov.requests.archive;

/**
 * A case file ready for the archive (归档包).
 *
 * @param name the name of the file
 * @param zip parts, the bound PDF, the manifest and its check sums
 * @param pdf the bound PDF alone
 * @param manifestSha256 the hash of the manifest, which holds the hash of everything else
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record ArchivePackage(String name, byte[] zip, byte[] pdf, String manifestSha256) {}
