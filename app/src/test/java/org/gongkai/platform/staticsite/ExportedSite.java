package org.gongkai.platform.staticsite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.gongkai.platform.pages.PublicAddressBook;
import org.springframework.util.FileSystemUtils;

/** The export of a running program (导出内容), for tests that look for words in it. */
public final class ExportedSite {
    private ExportedSite() {}

    /** Everything that an export writes, pages, files, names and lists, in one text. */
    public static String text(PublicAddressBook book, int port) {
        try {
            var folder = Files.createTempDirectory("gongkai-export");
            try {
                export(book, port, folder.resolve("out"));
                return read(folder.resolve("out/current").toRealPath());
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void export(PublicAddressBook book, int port, Path target) throws IOException {
        new SiteExport(
                        book,
                        new Renderer("http://127.0.0.1:" + port),
                        "frame",
                        null,
                        new Progress(it -> {}, Duration.ofHours(1), System::nanoTime),
                        () -> false,
                        Clock.systemUTC())
                .into(target);
    }

    private static String read(Path tree) throws IOException {
        var text = new StringBuilder();
        try (var all = Files.walk(tree)) {
            for (var each : all.filter(Files::isRegularFile).toList()) {
                if (!each.toString().endsWith(".gz")) {
                    text.append(new String(Files.readAllBytes(each), StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }
}
