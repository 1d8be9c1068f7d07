package org.gongkai.opengov.requests.papers;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.opengov.requests.Applicant;
import org.gongkai.opengov.requests.RequestCase;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.opengov.requests.letters.LetterFacts;
import org.gongkai.opengov.requests.letters.LetterField;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.opengov.requests.letters.LetterTemplates;
import org.gongkai.opengov.requests.letters.RequestLetter;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.letters.AddressedCover;
import org.gongkai.platform.letters.Letter;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers of letters at the desk (文书下载): the letter, its proof of delivery (送达回证), envelope and
 * label. Who asks is named for the office alone, and that is written down; everybody else reads the
 * mask.
 */
@Service
@Transactional
public class LetterPapers {
    private static final Pattern POSTCODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    private final RequestDesk requests;
    private final CaseLetters letters;
    private final LetterPress press;
    private final LetterTemplates templates;
    private final LetterOfficeDesk offices;
    private final Organization organization;
    private final Letters printing;
    private final FileStore files;
    private final AuditTrail audit;
    private final Wording wording;
    private final Clock clock;

    LetterPapers(
            RequestDesk requests,
            CaseLetters letters,
            LetterPress press,
            LetterTemplates templates,
            LetterOfficeDesk offices,
            Organization organization,
            Letters printing,
            FileStore files,
            AuditTrail audit,
            Wording wording,
            Clock clock) {
        this.requests = requests;
        this.letters = letters;
        this.press = press;
        this.templates = templates;
        this.offices = offices;
        this.organization = organization;
        this.printing = printing;
        this.files = files;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /** What is known of a letter when a paper of it is asked for. */
    private record Known(RequestCase request, CaseLetter letter, LetterDraft draft) {
        boolean isMade() {
            return letter.state() == LetterState.MADE || letter.state().hasLeft();
        }
    }

    /** The letter: as it was made for the office, with the mask for everybody else. */
    public byte[] letter(Actor by, long id, long letter, boolean pdf) {
        var known = known(by, id, letter);
        if (known.isMade() && RequestRights.knowsApplicant(by)) {
            audit.record(
                    by,
                    "requests.letter-read",
                    "request:" + id,
                    Map.of(),
                    Map.of("number", known.request().number(), "letter", letter));
            return press.finished(letter, pdf);
        }
        var set = press.set(written(known, known.request().applicantMask()));
        return pdf ? set.pdf() : set.docx();
    }

    /** The letter in large print (大字版), as PDF, under the same rule. */
    public byte[] large(Actor by, long id, long letter) {
        var known = known(by, id, letter);
        var name =
                known.isMade() && RequestRights.knowsApplicant(by)
                        ? applicant(by, known).identity().name()
                        : known.request().applicantMask();
        return press.large(written(known, name));
    }

    /** The proof of delivery, to be signed (送达回证). */
    public Letter receipt(Actor by, long id, long letter) {
        var known = made(by, id, letter);
        var number = known.letter().number();
        if (number == null) {
            throw Refusal.notPossibleNow(List.of(), "requests.papers.refusal.no-number");
        }
        var request = known.request();
        var facts =
                LetterFacts.none()
                        .with(LetterField.AGENCY, organization.agency(request.agency()).name())
                        .with(LetterField.PAPER, known.draft().title())
                        .with(LetterField.PAPER_NUMBER, number.toString())
                        .with(LetterField.RECIPIENT, recipient(by, known))
                        .with(
                                LetterField.WAY,
                                wording.say("requests.delivery." + request.delivery().name()))
                        .with(LetterField.PLACE, place(by, known));
        return press.set(
                RequestLetter.of(
                        LetterKind.DELIVERY_RECEIPT,
                        templates.inForce(request.agency()),
                        facts,
                        null,
                        List.of(),
                        LocalDate.now(clock)));
    }

    /** What a third party fills in and sends back (意见回复单), to go with the inquiry. */
    public Letter replyForm(Actor by, long id, long letter) {
        var known = known(by, id, letter);
        if (known.letter().kind() != LetterKind.THIRD_PARTY_CONSULTATION) {
            throw Refusal.notFound();
        }
        var agency = known.request().agency();
        var office = offices.of(agency);
        var typed = known.draft().typed();
        return press.set(
                RequestLetter.of(
                        LetterKind.THIRD_PARTY_REPLY_FORM,
                        templates.inForce(agency),
                        LetterFacts.none()
                                .with(LetterField.AGENCY, organization.agency(agency).name())
                                .with(LetterField.PHONE, office.phone())
                                .with(LetterField.ADDRESS, office.address())
                                .with(
                                        LetterField.THIRD_PARTY,
                                        typed.get(LetterField.THIRD_PARTY.slug()))
                                .with(
                                        LetterField.INFORMATION,
                                        typed.get(LetterField.INFORMATION.slug())),
                        null,
                        List.of(),
                        LocalDate.now(clock)));
    }

    /** The envelope or label, as PDF. */
    public byte[] cover(Actor by, long id, long letter, AddressedCover.Form form) {
        var known = made(by, id, letter);
        var office = offices.of(known.request().agency());
        var address = place(by, known);
        var postcode = POSTCODE.matcher(address);
        var number = known.letter().number();
        return printing.cover(
                new AddressedCover(
                        postcode.find() ? postcode.group() : "",
                        POSTCODE.matcher(address).replaceFirst("").strip(),
                        wording.say("requests.papers.to", recipient(by, known)),
                        organization.agency(known.request().agency()).name(),
                        office.address(),
                        number == null ? "" : number.toString()),
                form);
    }

    /** A file that goes with the letter, by its place in the list from 1. */
    @Transactional(readOnly = true)
    public StoredFile enclosure(Actor by, long id, long letter, int place) {
        return file(known(by, id, letter).draft(), place);
    }

    /** Where a file lies, for reading only. */
    public Path content(StoredFile file) {
        return files.path(file.sha256());
    }

    private StoredFile file(LetterDraft draft, int place) {
        if (place < 1 || place > draft.enclosures().size()) {
            throw Refusal.notFound();
        }
        var it = draft.enclosures().get(place - 1);
        return files.find(it.sha256(), it.fileName()).orElseThrow(Refusal::notFound);
    }

    private String recipient(Actor by, Known known) {
        return LetterCourse.toOthers(known.letter().kind())
                ? Objects.requireNonNullElse(known.draft().addressee(), "")
                : applicant(by, known).identity().name();
    }

    /**
     * Where it goes: the address given, else how the applicant is reached, else the agency itself.
     */
    private String place(Actor by, Known known) {
        var own = offices.of(known.request().agency()).address();
        if (LetterCourse.toOthers(known.letter().kind())) {
            return known.draft().typed().getOrDefault("address", own);
        }
        var contact = applicant(by, known).contact();
        return switch (known.request().delivery()) {
            case POST -> first(own, contact.address());
            case EMAIL -> first(own, contact.email(), contact.address());
            case FAX -> first(own, contact.phone(), contact.address());
            case IN_PERSON, ON_SITE -> own;
        };
    }

    private static String first(String otherwise, @Nullable String... ways) {
        return Stream.of(ways).filter(Objects::nonNull).findFirst().orElse(otherwise);
    }

    private Applicant applicant(Actor by, Known known) {
        return requests.addressee(by, known.request().id(), known.letter().kind().slug())
                .orElseThrow(
                        () -> Refusal.notPossibleNow(List.of(), "requests.papers.refusal.erased"));
    }

    private RequestLetter written(Known known, String name) {
        return press.written(known.request(), known.letter(), known.draft(), name);
    }

    private Known made(Actor by, long id, long letter) {
        var known = known(by, id, letter);
        if (!RequestRights.knowsApplicant(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.applicant");
        }
        if (!known.isMade() || known.letter().kind() == LetterKind.FILE_NOTE) {
            throw Refusal.notPossibleNow(List.of(), "requests.papers.refusal.not-made");
        }
        return known;
    }

    private Known known(Actor by, long id, long letter) {
        var request = requests.one(by, id).request();
        var found = letters.find(id, letter).orElseThrow(Refusal::notFound);
        return new Known(request, found, letters.drafts(letter).get(found.draft() - 1));
    }
}
