package org.gongkai.platform.files;

import java.util.List;

/**
 * A Word draft as it was read (导入的稿件).
 *
 * @param title as found at its head; empty where there is none
 * @param bodyHtml clean, see {@link HtmlCleaner}
 * @param images the pictures, stored, in the order of the text
 * @param notes what was left out or needs a look
 */
public record ImportedDocument(
        String title, String bodyHtml, List<ImportedImage> images, List<ImportNote> notes) {
    public ImportedDocument {
        images = List.copyOf(images);
        notes = List.copyOf(notes);
    }

    /** A picture of the draft; the alternative is empty where the draft has none. */
    public record ImportedImage(StoredFile file, String alternative) {}
}
