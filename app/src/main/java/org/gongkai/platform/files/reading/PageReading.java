package org.gongkai.platform.files.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.platform.files.FileReading.Outcome;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.ReadingPicture;
import org.gongkai.platform.files.ReadingSection;

/** Reads one file into the sections of its pages (读成网页). */
public final class PageReading {
    private PageReading() {}

    /** What came of it; without sections where there is nothing to read. */
    public record Made(
            Outcome outcome, List<ReadingSection> sections, List<ReadingPicture> pictures) {
        /** How many pages it makes. */
        public int parts() {
            return sections.isEmpty() ? 0 : sections.getLast().part();
        }
    }

    /** Reads a file that was recognised as {@code kind} when it was taken in. */
    public static Made of(Path file, MediaKind kind) throws IOException {
        var pages = new Gathered();
        switch (kind) {
            case DOCX -> WordPages.read(file, pages);
            case XLSX -> SheetPages.read(file, pages);
            case PDF -> PdfPages.read(file, pages);
            case TXT -> TextPages.read(file, pages);
            case CSV -> CsvPages.read(file, pages);
            case DOC, XLS, PPTX, OFD, PNG, JPEG, GIF, WEBP ->
                    throw new IOException("not read: " + kind);
        }
        return pages.made();
    }
}
