package org.gongkai.platform.letters;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The shipped faces (随附字体) that the PDF embeds, each named for the office face it stands for.
 *
 * <p>GB/T 9704—2012 asks for 小标宋, 仿宋, 黑体, 楷体. Those office faces may not be passed on; these may
 * (OFL 1.1, see NOTICE). {@link #RARE} and {@link #RARER} hold what the others lack, so that rare
 * names do not vanish.
 */
enum Typeface {
    SONG("song"),
    BIAOSONG("biaosong"),
    HEI("hei"),
    KAI("kai"),
    RARE("rare"),
    RARER("rarer");

    private final String file;
    private @Nullable SoftReference<byte[]> outlines;

    Typeface(String file) {
        this.file = file;
    }

    /** The name by which style sheets call the face. */
    String family() {
        return file;
    }

    /** The outlines as TrueType; unpacked on first use, given back when memory is short. */
    synchronized InputStream open() {
        var kept = outlines == null ? null : outlines.get();
        if (kept == null) {
            kept = unpack();
            outlines = new SoftReference<>(kept);
        }
        return new ByteArrayInputStream(kept);
    }

    private byte[] unpack() {
        try (var packed =
                        Objects.requireNonNull(
                                Typeface.class.getResourceAsStream("fonts/" + file + ".ttf.xz"));
                var plain = new XZInputStream(packed)) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
