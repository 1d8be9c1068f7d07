package org.gongkai.platform.textcheck.attachments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hwpf.HWPFDocument;
import org.jspecify.annotations.Nullable;

/** Word files of before 2007 (旧版Word文件检查). */
final class OldWord {
    private OldWord() {}

    static void inspect(Path file, InspectedFile.Notes notes) throws IOException {
        try (var in = Files.newInputStream(file);
                var document = new HWPFDocument(in)) {
            author(document.getSummaryInformation(), notes);
            var range = document.getOverallRange();
            for (var index = 0; index < range.numCharacterRuns(); index++) {
                var run = range.getCharacterRun(index);
                if (run.isMarkedDeleted() || run.isMarkedInserted()) {
                    notes.add(Hidden.blocking("hidden.tracked-changes", "", run.text()));
                }
                if (run.isVanished() && !run.text().isBlank()) {
                    notes.add(Hidden.blocking("hidden.text", "", run.text()));
                }
            }
            if (!document.getCommentsRange().text().isBlank()) {
                notes.add(
                        Hidden.blocking("hidden.comments", "", document.getCommentsRange().text()));
            }
            notes.addText(
                    "", document.getDocumentText().replace('\r', '\n').replace('\u0007', '\t'));
        }
    }

    static void author(@Nullable SummaryInformation summary, InspectedFile.Notes notes) {
        if (summary == null) {
            return;
        }
        for (var person : new @Nullable String[] {summary.getAuthor(), summary.getLastAuthor()}) {
            if (person != null && !person.isBlank()) {
                notes.add(Hidden.warning("hidden.author", "", person));
            }
        }
    }
}
