package org.gongkai.opengov.disclosures;

import java.time.Instant;
import java.util.List;
import org.gongkai.platform.files.ImportNote;
import org.gongkai.platform.roles.PersonId;

/**
 * A Word file that was taken into a draft (Word稿件导入), until the draft is sent for review.
 *
 * @param notes what was left out or needs a look
 */
public record WordImport(
        String fileName, List<ImportNote> notes, PersonId importedBy, Instant importedAt) {
    public WordImport {
        notes = List.copyOf(notes);
    }
}
