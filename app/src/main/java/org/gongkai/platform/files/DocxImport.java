package org.gongkai.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.files.ImportedDocument.ImportedImage;
import org.gongkai.platform.files.docx.WordReading;
import org.gongkai.platform.files.recognition.FileRecognition;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.stereotype.Component;

/**
 * Takes over a draft written in Word (Word稿件导入): headings, lists, tables, pictures and notes are
 * kept, the look is not. The file itself is not kept.
 */
@Component
public class DocxImport {
    private final ContentFolder folder;
    private final ParserGuard guard;
    private final FileStore files;
    private final List<BeforeStorage> inspections;

    DocxImport(
            ContentFolder folder,
            ParserGuard guard,
            FileStore files,
            List<BeforeStorage> inspections) {
        this.folder = folder;
        this.guard = guard;
        this.files = files;
        this.inspections = List.copyOf(inspections);
    }

    /** Reads a draft; its pictures are stored. */
    public ImportedDocument read(InputStream content, String declaredName) {
        var name = SafeName.of(declaredName);
        try (var received = folder.receive(content, UploadLimits.DRAFT, name)) {
            var kind =
                    guard.read(
                            name.value(), () -> FileRecognition.recognise(received.path(), name));
            if (kind != MediaKind.DOCX) {
                throw Refusal.invalid("file", "files.import.not-docx", name.value());
            }
            inspections.forEach(it -> it.inspect(received.path(), kind, name.value()));
            var draft =
                    guard.read(name.value(), () -> WordReading.read(received.path(), name.value()));
            return imported(draft);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private ImportedDocument imported(WordReading.Draft draft) {
        List<ImportedImage> images = new ArrayList<>();
        List<ImportNote> notes = new ArrayList<>(draft.notes());
        var html = draft.html();
        for (var index = 0; index < draft.images().size(); index++) {
            var place = "<img src=\"media:" + index + "\">";
            html = html.replace(place, stored(draft.images().get(index), images, notes));
        }
        var clean = HtmlCleaner.clean(html);
        clean.removals().forEach(it -> notes.add(ImportNote.of(it.messageKey(), it.detail())));
        return new ImportedDocument(draft.title(), clean.html(), images, notes);
    }

    private String stored(
            WordReading.DraftImage image, List<ImportedImage> images, List<ImportNote> notes) {
        try {
            var file =
                    files.put(
                            new ByteArrayInputStream(image.bytes()),
                            image.name(),
                            UploadLimits.IMAGE);
            images.add(new ImportedImage(file, image.alternative()));
            if (image.alternative().isEmpty()) {
                notes.add(ImportNote.of("files.import.no-alternative", images.size()));
            }
            return "<img src=\""
                    + file.address()
                    + "\" alt=\""
                    + escape(image.alternative())
                    + "\">";
        } catch (Refusal refused) {
            notes.add(ImportNote.of("files.import.picture", image.name()));
            return "";
        }
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
