package org.gongkai.platform.textcheck.attachments;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkai.platform.files.PdfFiles;
import org.jspecify.annotations.Nullable;

/**
 * PDF files (PDF文件检查): author, annotations, scripts, files within, words under boxes, pages that
 * are pictures only.
 */
final class PdfInspection {
    private static final int ENOUGH_WORDS = 10;

    private PdfInspection() {}

    static void inspect(Path file, InspectedFile.Notes notes) throws IOException {
        try (var document = PdfFiles.open(file)) {
            inspectWhole(document, notes);
            var stripper = new PDFTextStripper();
            var scanned = 0;
            for (var number = 1; number <= document.getNumberOfPages(); number++) {
                var page = document.getPage(number - 1);
                var part = Integer.toString(number);
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                var text = stripper.getText(document);
                notes.addText(part, text);
                inspectAnnotations(page, number, notes);
                var covered = new CoveredText(page);
                covered.run();
                covered.passages()
                        .forEach(it -> notes.add(Hidden.blocking("hidden.covered-text", part, it)));
                scanned += text.strip().length() < ENOUGH_WORDS && covered.isPicture() ? 1 : 0;
            }
            if (scanned > 0) {
                notes.add(
                        Hidden.warning(
                                "hidden.scan", "", scanned + "/" + document.getNumberOfPages()));
            }
        }
    }

    private static void inspectWhole(PDDocument document, InspectedFile.Notes notes)
            throws IOException {
        author(document.getDocumentInformation().getAuthor(), notes);
        var catalog = document.getDocumentCatalog();
        if (catalog.getOpenAction() instanceof PDActionJavaScript
                || catalog.getCOSObject().containsKey("AA")
                || catalog.getNames() != null && catalog.getNames().getJavaScript() != null) {
            notes.add(Hidden.blocking("hidden.script", "", ""));
        }
        if (catalog.getOpenAction() instanceof PDActionLaunch) {
            notes.add(Hidden.blocking("hidden.script", "", ""));
        }
        if (catalog.getNames() != null && catalog.getNames().getEmbeddedFiles() != null) {
            notes.add(Hidden.blocking("hidden.embedded", "", ""));
        }
        var layers = catalog.getOCProperties();
        if (layers != null) {
            for (var group : layers.getOptionalContentGroups()) {
                if (!layers.isGroupEnabled(group)) {
                    notes.add(Hidden.blocking("hidden.layer", "", String.valueOf(group.getName())));
                }
            }
        }
    }

    private static void author(@Nullable String author, InspectedFile.Notes notes) {
        if (author != null && !author.isBlank()) {
            notes.add(Hidden.warning("hidden.author", "", author));
        }
    }

    private static void inspectAnnotations(PDPage page, int number, InspectedFile.Notes notes)
            throws IOException {
        for (var annotation : page.getAnnotations()) {
            var part = Integer.toString(number);
            switch (annotation) {
                case PDAnnotationLink link -> {
                    if (link.getAction() instanceof PDActionJavaScript
                            || link.getAction() instanceof PDActionLaunch) {
                        notes.add(Hidden.blocking("hidden.script", part, ""));
                    }
                }
                case PDAnnotationFileAttachment attachment ->
                        notes.add(Hidden.blocking("hidden.embedded", part, words(attachment)));
                case PDAnnotationWidget widget -> {
                    if (widget.getAction() instanceof PDActionJavaScript) {
                        notes.add(Hidden.blocking("hidden.script", part, ""));
                    }
                }
                case PDAnnotationPopup ignored -> {}
                default -> notes.add(Hidden.blocking("hidden.annotation", part, words(annotation)));
            }
        }
    }

    private static String words(PDAnnotation annotation) {
        var contents = annotation.getContents();
        return contents == null ? annotation.getSubtype() : contents;
    }
}
