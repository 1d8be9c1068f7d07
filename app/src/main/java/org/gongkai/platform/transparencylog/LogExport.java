package org.gongkai.platform.transparencylog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The whole log as files (日志全本), c2sp.org/tlog-tiles: {@code checkpoint}, {@code tile/<L>/<N>},
 * {@code tile/entries/<N>}, and {@code keys}, the public keys of the log and its witnesses. The
 * verifier replays it: {@code java -jar verifier.jar log DIR DIR/keys}.
 */
final class LogExport {
    private final LogReading reading;

    LogExport(LogReading reading) {
        this.reading = reading;
    }

    /**
     * Writes a copy into a folder, which may hold an older one: full tiles that are there stay.
     *
     * @return how many leaves the copy has
     */
    public long write(Path folder) throws IOException {
        var standing = reading.standing();
        if (standing.isEmpty()) {
            return 0;
        }
        var size = standing.get().size();
        for (var level = 0; size >> 8 * level > 0; level++) {
            var there = size >> 8 * level;
            for (long n = 0; n * Tiles.WIDTH < there; n++) {
                var width = (int) Math.min(Tiles.WIDTH, there - n * Tiles.WIDTH);
                var address = TilePath.of(n, width);
                var hashes = reading.tile(level, n, width).orElseThrow();
                put(folder.resolve("tile/" + level + "/" + address), hashes);
                if (level == 0) {
                    var bundle = reading.bundle(n, width).orElseThrow();
                    put(folder.resolve("tile/entries/" + address), bundle);
                }
            }
        }
        put(
                folder.resolve("keys"),
                LogKeysFile.of(standing.get()).getBytes(StandardCharsets.UTF_8));
        // The head last: a copy that was broken off still has the old one.
        put(
                folder.resolve("checkpoint"),
                standing.get().checkpoint().getBytes(StandardCharsets.UTF_8));
        return size;
    }

    private static void put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
