package org.gongkai.opengov.requests.archive;

import java.util.List;

/**
 * A part of a case file (卷内文件), in the order of {@link Chapter}.
 *
 * @param pdf the part on paper
 * @param files what belongs to it in other formats
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record Part(Chapter chapter, String title, byte[] pdf, List<File> files) {
    Part {
        files = List.copyOf(files);
    }

    Part(Chapter chapter, String title, byte[] pdf) {
        this(chapter, title, pdf, List.of());
    }

    /**
     * A file of the package.
     *
     * @param title what it is; empty for what the part is
     */
    @SuppressWarnings("ArrayRecordComponent")
    record File(String name, String title, byte[] content) {
        File(String name, byte[] content) {
            this(name, "", content);
        }
    }
}
