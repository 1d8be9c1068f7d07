package org.gongkai.platform.staticsite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which files a tree has beyond the one before, and which no longer (增减清单), for gateways between
 * networks that carry single files: {@code + file} or {@code - file}.
 */
final class Changes {
    static final String FILE = "changes.txt";

    private Changes() {}

    /**
     * Writes the list.
     *
     * @return how many files are gone
     */
    static long write(Path tree, Manifest former, Manifest now) throws IOException {
        var removed = new long[1];
        try (var list = Files.newBufferedWriter(tree.resolve(FILE))) {
            now.forEach(
                    (address, entry) -> {
                        var file = FileName.of(address, entry.kind(), entry.type());
                        if (!sameFile(tree, file, former.get(address), entry)) {
                            say(list, "+ " + file);
                        }
                    });
            former.forEach(
                    (address, entry) -> {
                        var file = FileName.of(address, entry.kind(), entry.type());
                        if (!Files.exists(tree.resolve("site").resolve(file))) {
                            removed[0]++;
                            say(list, "- " + file);
                        }
                    });
        }
        return removed[0];
    }

    /** A file that two trees share has at least two names. */
    private static boolean sameFile(Path tree, String file, @Nullable Entry former, Entry now) {
        if (former == null || former.length() != now.length()) {
            return false;
        }
        try {
            var links = Files.getAttribute(tree.resolve("site").resolve(file), "unix:nlink");
            return links instanceof Integer count && count > 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Writer list, String line) {
        try {
            list.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
