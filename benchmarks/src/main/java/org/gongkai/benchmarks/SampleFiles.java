package org.gongkai.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.OfficialPaper;
import org.gongkai.platform.letters.PaperImages;

/** Real files to attach (附件样例): papers set by the program itself, as .docx and PDF. */
final class SampleFiles {
    private static final int PAPERS = 10;

    private SampleFiles() {}

    /** Uploads them as the clerk. */
    static List<AttachedFile> upload(Staff staff) {
        var corpus = new CorpusGenerator(20_210_730);
        var printing = new Letters();
        List<AttachedFile> files = new ArrayList<>();
        for (int number = 1; number <= PAPERS; number++) {
            GeneratedDocument document = corpus.document(number);
            var paper =
                    new OfficialPaper(
                            OfficialPaper.Head.plain(document.title()),
                            document.bodyHtml(),
                            List.of(),
                            new OfficialPaper.Ending(
                                    "银川市生态环境局", LocalDate.of(2021, 7, 30), null, null));
            var letter = printing.officialPaper(paper, PaperImages.NONE);
            files.add(staff.upload("附件%d.pdf".formatted(number), letter.pdf()));
            files.add(staff.upload("附件%d.docx".formatted(number), letter.docx()));
        }
        return files;
    }
}
