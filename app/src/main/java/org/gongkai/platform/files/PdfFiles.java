package org.gongkai.platform.files;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Opens PDF files with bounded memory (打开PDF): beyond 64 MB PDFBox works in a temporary file. */
public final class PdfFiles {
    private static final long MAIN_MEMORY = 64L * 1024 * 1024;
    private static final long WITH_TEMPORARY_FILE = 1024L * 1024 * 1024;

    private PdfFiles() {}

    /** The opened document; the caller closes it. */
    public static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(
                file.toFile(),
                MemoryUsageSetting.setupMixed(MAIN_MEMORY, WITH_TEMPORARY_FILE).streamCache);
    }
}
