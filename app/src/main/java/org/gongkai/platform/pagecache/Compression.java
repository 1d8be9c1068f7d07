package org.gongkai.platform.pagecache;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes pages small, once (压缩): gzip for everybody, zstd (RFC 8878) for browsers that take it.
 * Without zstd's native library on a machine there is gzip alone.
 */
final class Compression {
    private static final Logger LOG = LoggerFactory.getLogger(Compression.class);

    /**
     * Well within the 8 MiB window that RFC 9659 allows on the web. For a page of 20 kB level 19
     * took 9.7 ms and saved one byte in a hundred more than this, which takes 1.4 ms.
     */
    private static final int LEVEL = 15;

    private static final boolean ZSTD = zstdIsHere();

    private Compression() {}

    static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (var gzip = new Strongest(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] gunzip(byte[] small) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(small))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null where this machine has no zstd, or where it would not be smaller than gzip. */
    static byte @Nullable [] zstd(byte[] plain, int gzipLength) {
        if (!ZSTD) {
            return null;
        }
        var small = Zstd.compress(plain, LEVEL);
        return small.length < gzipLength ? small : null;
    }

    private static boolean zstdIsHere() {
        try {
            return Zstd.compress(new byte[1]).length > 0;
        } catch (LinkageError notHere) {
            LOG.info("No zstd on this machine, pages are kept as gzip: {}", notHere.getMessage());
            return false;
        }
    }

    private static final class Strongest extends GZIPOutputStream {
        Strongest(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
