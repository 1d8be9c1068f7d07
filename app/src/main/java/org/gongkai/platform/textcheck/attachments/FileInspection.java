package org.gongkai.platform.textcheck.attachments;

import java.io.IOException;
import java.nio.file.Path;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.TextFiles;

/** Looks through a file for what hides in it, and reads its words (附件检查). */
public final class FileInspection {
    private FileInspection() {}

    /** What is in the file; it was recognised as {@code kind} before. */
    public static InspectedFile of(Path file, MediaKind kind) throws IOException {
        var notes = new InspectedFile.Notes();
        switch (kind) {
            case DOCX, XLSX, PPTX -> OfficePackage.inspect(file, kind, notes);
            case DOC -> OldWord.inspect(file, notes);
            case XLS -> OldExcel.inspect(file, notes);
            case PDF -> PdfInspection.inspect(file, notes);
            case OFD -> OfdInspection.inspect(file, notes);
            case TXT, CSV -> TextFiles.read(file).ifPresent(it -> notes.addText("", it));
            case PNG, JPEG, GIF, WEBP -> ImageInspection.inspect(file, notes);
        }
        return notes.done();
    }
}
