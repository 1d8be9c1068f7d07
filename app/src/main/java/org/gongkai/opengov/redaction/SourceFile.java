package org.gongkai.opengov.redaction;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;

/** The file that is to be disclosed in part (原件): read, never changed. */
sealed interface SourceFile extends Closeable permits PdfSource, PictureSource {

    /** More than any case file in one piece has. */
    int MOST_PAGES = 500;

    /** An A3 page at 300 dots an inch has 17 million. */
    long MOST_PIXELS = 40_000_000;

    /** How many pages it has. */
    int pages();

    /** What a page says; from 1. */
    PageReading read(int number) throws IOException;

    /** How a page looks, at this fineness or the finest that can be held. */
    BufferedImage picture(int number, double dotsPerInch) throws IOException;

    /** Opens a file of one of the three kinds. */
    static SourceFile open(Path file, MediaKind kind) throws IOException {
        return switch (kind) {
            case PDF -> new PdfSource(file);
            case PNG, JPEG -> new PictureSource(file, kind);
            default -> throw Refusal.of(RefusalKind.UNSUPPORTED, "redaction.refused.kind");
        };
    }
}
