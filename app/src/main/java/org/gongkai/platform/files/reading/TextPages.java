package org.gongkai.platform.files.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.platform.files.TextFiles;

/** Plain text (文本文件), a paragraph for each line. */
final class TextPages {
    private static final long LARGEST = 20L * 1024 * 1024;

    private TextPages() {}

    static void read(Path file, Gathered pages) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw TooLarge.of(file);
        }
        var text = TextFiles.read(file).orElseThrow(() -> new IOException("no text"));
        var html = new StringBuilder();
        for (var line : text.split("\\R")) {
            if (!pages.hasRoom()) {
                pages.shorten();
                return;
            }
            html.append(Markup.paragraph(line));
            if (html.length() >= Gathered.PAGE) {
                pages.add(html.toString());
                html.setLength(0);
            }
        }
        if (!html.isEmpty()) {
            pages.add(html.toString());
        }
    }
}
