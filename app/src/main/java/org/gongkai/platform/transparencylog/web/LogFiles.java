package org.gongkai.platform.transparencylog.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.transparencylog.LogKeysFile;
import org.gongkai.platform.transparencylog.LogReading;
import org.gongkai.platform.transparencylog.TilePath;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log as files (日志文件), below the address that is its name, c2sp.org/tlog-tiles. Tiles and
 * bundles never change, and may be kept for good.
 */
@RestController
class LogFiles {
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final LogReading reading;

    LogFiles(LogReading reading) {
        this.reading = reading;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return text(reading.checkpoint());
    }

    @GetMapping("/log/keys")
    ResponseEntity<byte[]> keys() {
        return text(reading.standing().map(LogKeysFile::of));
    }

    @GetMapping("/log/tile/{level:[0-7]}/{*path}")
    ResponseEntity<byte[]> tile(@PathVariable int level, @PathVariable String path) {
        return bytes(at(path).flatMap(it -> reading.tile(level, it.n(), it.width())));
    }

    @GetMapping("/log/tile/entries/{*path}")
    ResponseEntity<byte[]> bundle(@PathVariable String path) {
        return bytes(at(path).flatMap(it -> reading.bundle(it.n(), it.width())));
    }

    /** A leaf, byte for byte as it is hashed. */
    @GetMapping("/log/entries/{index:\\d{1,15}}")
    ResponseEntity<byte[]> leaf(@PathVariable long index) {
        var entry = reading.entry(index).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(FOR_GOOD)
                .body(entry.leaf().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/log/entries/{index:\\d{1,15}}/receipt")
    ResponseEntity<byte[]> receipt(@PathVariable long index) {
        return text(reading.receipt(index));
    }

    private static Optional<TilePath> at(String path) {
        return TilePath.read(path.substring(1));
    }

    private static ResponseEntity<byte[]> bytes(Optional<byte[]> content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(FOR_GOOD)
                .body(content.orElseThrow(Refusal::notFound));
    }

    private static ResponseEntity<byte[]> text(Optional<String> content) {
        return ResponseEntity.ok()
                .contentType(PLAIN)
                .body(content.orElseThrow(Refusal::notFound).getBytes(StandardCharsets.UTF_8));
    }
}
