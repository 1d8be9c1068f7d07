package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.disclosures.PaperScan.Outcome;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.ParserGuard;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.letters.ContentMark;
import org.gongkai.platform.letters.ScanReader;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signatures given on paper (纸质签署): the printed review form is signed by hand and scanned; its code
 * must carry the present content, and a second person confirms the handwriting.
 *
 * <p>Publishing facts 3.12; work plan 五.3. Without this path passwords would be lent out. The
 * second person is neither the signer nor who scanned, and wrote or signed nothing of the document
 * (ADR 0093); the database asks the same again.
 */
@Service
@Transactional
public class PaperDesk {
    private static final int LONGEST_OPINION = 500;
    private static final String AGREED = "同意";

    private final Documents documents;
    private final Reviews reviews;
    private final PaperScans scans;
    private final SignatureBook book;
    private final Rights rights;
    private final Records records;
    private final Organization organization;
    private final FileStore files;
    private final ParserGuard guard;
    private final ScanReader reader;
    private final Clock clock;

    PaperDesk(
            Documents documents,
            Reviews reviews,
            PaperScans scans,
            SignatureBook book,
            Rights rights,
            Records records,
            Organization organization,
            FileStore files,
            ParserGuard guard,
            ScanReader reader,
            Clock clock) {
        this.documents = documents;
        this.reviews = reviews;
        this.scans = scans;
        this.book = book;
        this.rights = rights;
        this.records = records;
        this.organization = organization;
        this.files = files;
        this.guard = guard;
        this.reader = reader;
        this.clock = clock;
    }

    /** Takes the scan of a signed form in; it stands as a signature only when it is confirmed. */
    public void scanIn(Actor actor, DocumentId id, PaperScan.Entry entry) {
        rights.mayTake(actor, Step.SCAN_IN, documents.find(id).orElseThrow(Refusal::notFound));
        var scan = kept(entry);
        var mark = markOn(scan);
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.SCAN_IN, document);
        var revision = reviews.newest(id).orElseThrow(Refusal::notFound);
        checkSigner(actor, document, entry.signer());
        checkMark(mark, document, revision);
        var opinion = entry.opinion().isBlank() ? AGREED : entry.opinion().strip();
        if (opinion.length() > LONGEST_OPINION) {
            throw Refusal.invalid("opinion", "disclosures.field.too-long", LONGEST_OPINION);
        }
        var level = SignatureBook.awaited(document);
        var checked = new PaperScan.Entry(entry.signer(), opinion, scan.sha256(), scan.safeName());
        scans.add(document, revision, level, checked, actor, grant, records.now());
        move(actor, document, Step.SCAN_IN, grant, name(entry.signer()), revision.sha256());
    }

    /** The second person's word that the handwriting is the signer's: now it is a signature. */
    public void confirm(Actor actor, DocumentId id) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.CONFIRM_PAPER, document);
        var scan = waiting(document);
        if (!rights.mayConfirm(actor, document, scan)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "disclosures.refusal.paper-second-person");
        }
        var revision = reviews.newest(id).orElseThrow(Refusal::notFound);
        var signing = grantToSign(document, scan.signer());
        if (signing.isEmpty()) {
            throw Refusal.notPossibleNow(
                    List.of(Step.REJECT_PAPER.slug()),
                    "disclosures.refusal.paper-signer-left",
                    name(scan.signer()));
        }
        scans.decide(id, Outcome.CONFIRMED, null, actor.person(), records.now());
        book.confirm(document, revision, scan, signing.get(), actor, grant);
    }

    /** Gives the scan back: not legible, not signed, not the signer's hand. */
    public void reject(Actor actor, DocumentId id, String reason) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.REJECT_PAPER, document);
        waiting(document);
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", "disclosures.field.required");
        }
        scans.decide(id, Outcome.REJECTED, reason.strip(), actor.person(), records.now());
        move(actor, document, Step.REJECT_PAPER, grant, reason.strip(), null);
    }

    /** Every scan of the document's forms, oldest first. */
    @Transactional(readOnly = true)
    public List<PaperScan> scans(Actor actor, DocumentId id) {
        readable(actor, id);
        return scans.of(id);
    }

    /** The scan that waits for a second person's word. */
    @Transactional(readOnly = true)
    public Optional<PaperScan> waiting(Actor actor, DocumentId id) {
        return scans.waiting(readable(actor, id));
    }

    /** Who may sign at the level that is waited for, and so may have signed the form. */
    @Transactional(readOnly = true)
    public List<Person> signers(Actor actor, DocumentId id) {
        var document = readable(actor, id);
        var awaited = document.awaiting();
        if (awaited == null) {
            return List.of();
        }
        return organization
                .holders(document.agency(), awaited.role(), document.section(), today())
                .stream()
                .filter(it -> grantToSign(document, it.id()).isPresent())
                .toList();
    }

    private Document readable(Actor actor, DocumentId id) {
        var document = documents.find(id).orElseThrow(Refusal::notFound);
        rights.mayRead(actor, document);
        return document;
    }

    private StoredFile kept(PaperScan.Entry entry) {
        var kept =
                files.find(entry.scanSha256(), entry.scanName())
                        .orElseThrow(() -> Refusal.invalid("scan", "disclosures.paper.no-file"));
        if (!UploadLimits.SCAN.kinds().contains(kept.kind())) {
            throw Refusal.invalid("scan", "disclosures.paper.kind");
        }
        return kept;
    }

    private static String named(StoredFile scan) {
        var name = scan.safeName();
        return name.contains(".") ? name : name + "." + scan.kind().extension();
    }

    private ContentMark markOn(StoredFile scan) {
        var path = files.path(scan.sha256());
        return guard.read(scan.safeName(), () -> reader.read(path))
                .orElseThrow(() -> Refusal.invalid("scan", "disclosures.paper.no-code"));
    }

    private static void checkMark(ContentMark mark, Document document, Revision revision) {
        if (!mark.documentId().equals(document.id().toString())) {
            throw Refusal.invalid("scan", "disclosures.paper.other-document");
        }
        if (!mark.sha256().equals(revision.sha256())) {
            throw Refusal.invalid("scan", "disclosures.paper.other-content", revision.number());
        }
    }

    private void checkSigner(Actor actor, Document document, PersonId signer) {
        if (actor.person().equals(signer)) {
            throw Refusal.invalid("signer", "disclosures.paper.own-scan");
        }
        if (grantToSign(document, signer).isEmpty()) {
            throw Refusal.invalid(
                    "signer",
                    "disclosures.paper.signer-may-not",
                    Named.level(SignatureBook.awaited(document)));
        }
    }

    private Optional<Grant> grantToSign(Document document, PersonId signer) {
        return rights.grantToSign(organization.actorOn(signer, today()), document);
    }

    private PaperScan waiting(Document document) {
        return scans.waiting(document)
                .orElseThrow(
                        () ->
                                Refusal.notPossibleNow(
                                        List.of(Step.SCAN_IN.slug()),
                                        "disclosures.refusal.no-paper-waiting"));
    }

    private void move(
            Actor actor,
            Document document,
            Step step,
            Grant grant,
            String note,
            @Nullable String sha256) {
        records.move(
                document, step, document.state(), document.awaiting(), actor, grant, note, sha256);
    }

    private String name(PersonId person) {
        return organization.person(person).name();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Document locked(DocumentId id) {
        return documents.locked(id).orElseThrow(Refusal::notFound);
    }
}
