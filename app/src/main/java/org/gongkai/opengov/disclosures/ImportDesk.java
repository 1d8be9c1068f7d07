package org.gongkai.opengov.disclosures;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import org.gongkai.opengov.disclosures.DocumentInput.AttachmentInput;
import org.gongkai.platform.files.DocxImport;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.ImportedDocument;
import org.gongkai.platform.files.PlainText;
import org.gongkai.platform.files.SafeName;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a section brings into its drafts from files (导入和附件): a text written in Word, attachments.
 *
 * <p>The Word file is not kept, its pictures are. What it says of itself fills fields left empty.
 */
@Service
@Transactional
public class ImportDesk {
    private final DraftingDesk drafting;
    private final Documents documents;
    private final WordImports imports;
    private final DocxImport word;
    private final FileStore files;
    private final Rights rights;
    private final Records records;

    ImportDesk(
            DraftingDesk drafting,
            Documents documents,
            WordImports imports,
            DocxImport word,
            FileStore files,
            Rights rights,
            Records records) {
        this.drafting = drafting;
        this.documents = documents;
        this.imports = imports;
        this.word = word;
        this.files = files;
        this.rights = rights;
        this.records = records;
    }

    /** A file as it was sent. */
    public record Upload(String name, InputStream content) {}

    /** Reads a draft and keeps its pictures; no document is changed. */
    public ImportedDocument read(Actor actor, Upload file) {
        if (!actor.has(Role.CLERK)) {
            throw Refusal.of(
                    RefusalKind.NOT_ALLOWED,
                    "disclosures.refusal.role",
                    Named.step(Step.SAVE),
                    Named.roles(Step.SAVE.roles()));
        }
        return word.read(file.content(), file.name());
    }

    /** Begins a document with a draft; its title counts when none was typed. */
    public DocumentId begin(Actor actor, DocumentInput typed, Upload file) {
        var draft = read(actor, file);
        var input = typed.title() == null || typed.title().isBlank() ? titled(typed, draft) : typed;
        var id = drafting.begin(actor, filled(input, draft));
        remember(actor, id, file, draft);
        return id;
    }

    /**
     * Replaces the body by that of a draft and saves what else was typed, which may be unfinished.
     *
     * @param typed null to leave everything but the body as it is
     */
    public ImportedDocument replaceBody(
            Actor actor,
            DocumentId id,
            int expectedVersion,
            @Nullable DocumentInput typed,
            Upload file) {
        var document = mayChange(actor, id, expectedVersion);
        var draft = word.read(file.content(), file.name());
        var input =
                typed == null
                        ? drafting.asTyped(document, documents.workingCopy(id).content())
                        : typed;
        drafting.autosave(actor, id, expectedVersion, filled(input, draft));
        remember(actor, id, file, draft);
        return draft;
    }

    /** Puts a file beside the text and saves what was typed, which may be unfinished. */
    public void attach(
            Actor actor, DocumentId id, int expectedVersion, DocumentInput typed, Upload file) {
        mayChange(actor, id, expectedVersion);
        var stored = files.put(file.content(), file.name(), UploadLimits.ATTACHMENT);
        var all = new ArrayList<AttachmentInput>();
        if (typed.attachments() != null) {
            all.addAll(typed.attachments());
        }
        all.removeIf(it -> it.sha256().equals(stored.sha256()));
        all.add(new AttachmentInput(stored.sha256(), stored.safeName()));
        drafting.autosave(actor, id, expectedVersion, typed.with(all));
    }

    /** What was remarked at the last import, until the draft is sent for review. */
    @Transactional(readOnly = true)
    public Optional<WordImport> lastImport(Actor actor, DocumentId id) {
        rights.mayRead(actor, documents.find(id).orElseThrow(Refusal::notFound));
        return imports.of(id);
    }

    private Document mayChange(Actor actor, DocumentId id, int expectedVersion) {
        var document = documents.locked(id).orElseThrow(Refusal::notFound);
        rights.mayTake(actor, Step.SAVE, document);
        drafting.mustBe(document, expectedVersion);
        return document;
    }

    private void remember(Actor actor, DocumentId id, Upload file, ImportedDocument draft) {
        imports.keep(
                id,
                new WordImport(
                        SafeName.of(file.name()).value(),
                        draft.notes(),
                        actor.person(),
                        records.now()));
    }

    private static DocumentInput titled(DocumentInput typed, ImportedDocument draft) {
        if (draft.title().isBlank()) {
            throw Refusal.invalid("title", "disclosures.field.no-title-in-word");
        }
        return typed.withTitle(draft.title());
    }

    /** The draft's body, and from it what its kind asks for and nobody has typed. */
    private static DocumentInput filled(DocumentInput typed, ImportedDocument draft) {
        var fields = new HashMap<String, @Nullable String>();
        if (typed.fields() != null) {
            fields.putAll(typed.fields());
        }
        var facts = PaperFacts.in(PlainText.of(draft.bodyHtml()).lines().toList());
        var kind = Optional.ofNullable(typed.kind()).flatMap(DocumentKind::named);
        facts.documentNumber().ifPresent(it -> fill(fields, kind, "documentNumber", it));
        facts.formedOn().ifPresent(it -> fill(fields, kind, "formedOn", it.toString()));
        return typed.withBody(draft.bodyHtml(), fields);
    }

    private static void fill(
            HashMap<String, @Nullable String> fields,
            Optional<DocumentKind> kind,
            String key,
            String value) {
        var typed = fields.get(key);
        if ((typed == null || typed.isBlank()) && kind.filter(it -> it.has(key)).isPresent()) {
            fields.put(key, value);
        }
    }
}
