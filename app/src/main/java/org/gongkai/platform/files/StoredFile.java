package org.gongkai.platform.files;

/**
 * A file that is kept (已存文件): content known by its SHA-256, with the safe name it is shown under.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param size bytes
 * @param mediaType from the closed list of {@link MediaKind}
 * @param safeName see {@link SafeName}
 */
public record StoredFile(String sha256, long size, String mediaType, String safeName) {

    /** The kind of the file. */
    public MediaKind kind() {
        return MediaKind.byMediaType(mediaType).orElseThrow();
    }

    /** The same content under another safe name. */
    public StoredFile named(String name) {
        return new StoredFile(sha256, size, mediaType, SafeName.of(name).value());
    }

    /** The address of this file within the site. */
    public String address() {
        return FileAddress.of(sha256, kind());
    }
}
