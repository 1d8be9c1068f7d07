package org.gongkai.platform.files;

/**
 * A file that was looked at and is kept by somebody else (已检查未入库的文件).
 *
 * @param kind what it is by its content
 */
public record ExaminedFile(MediaKind kind, byte[] content) {
    @Override
    public String toString() {
        return "ExaminedFile[" + kind + ", " + content.length + "]";
    }
}
