package org.gongkai.opengov.disclosures.web;

import java.util.List;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.ImportDesk;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.files.ImportNote;
import org.gongkai.platform.files.ImportedDocument;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Drafts written in Word, over the API (Word稿件接口): read one, or put one into a document. */
@RestController
class WordApi {
    private final ImportDesk imports;
    private final DocumentDesk desk;
    private final DocumentAnswers answers;
    private final Wording wording;

    WordApi(ImportDesk imports, DocumentDesk desk, DocumentAnswers answers, Wording wording) {
        this.imports = imports;
        this.desk = desk;
        this.answers = answers;
        this.wording = wording;
    }

    /** A picture of the draft, kept; the alternative is empty where the draft has none. */
    record Picture(String sha256, String address, String alternative) {}

    /** Something to look at: what was left out or is missing. */
    record Note(String code, String message) {}

    /** A draft as it was read. */
    record Draft(String title, String bodyHtml, List<Picture> images, List<Note> notes) {}

    /** A document with its new body. */
    record Imported(DocumentAnswer document, Draft draft) {}

    @PostMapping("/api/v1/imports")
    Draft read(Actor actor, @RequestParam MultipartFile file) {
        return draft(Uploads.with(file, it -> imports.read(actor, it)));
    }

    @PostMapping("/api/v1/documents/{id}/body")
    ResponseEntity<Imported> replaceBody(
            Actor actor,
            @PathVariable DocumentId id,
            IfMatch ifMatch,
            @RequestParam MultipartFile file) {
        var version = ifMatch.version();
        if (version == null) {
            throw Refusal.stale(
                    desk.readable(actor, id).version(), "disclosures.refusal.if-match-needed");
        }
        var draft =
                Uploads.with(
                        file,
                        it -> imports.replaceBody(actor, id, Math.toIntExact(version), null, it));
        var answer = answers.of(actor, id);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(answer.version()))
                .body(new Imported(answer, draft(draft)));
    }

    private Draft draft(ImportedDocument read) {
        return new Draft(
                read.title(),
                read.bodyHtml(),
                read.images().stream()
                        .map(
                                it ->
                                        new Picture(
                                                it.file().sha256(),
                                                it.file().address(),
                                                it.alternative()))
                        .toList(),
                read.notes().stream().map(this::note).toList());
    }

    private Note note(ImportNote note) {
        var code = note.messageKey().substring(note.messageKey().lastIndexOf('.') + 1);
        return new Note(code, wording.say(note.messageKey(), note.arguments()));
    }
}
