package org.gongkai.opengov.requests.papers;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.opengov.requests.Applicant;
import org.gongkai.opengov.requests.ClaimDesk;
import org.gongkai.opengov.requests.DeliveryWay;
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
import org.gongkai.platform.roles.AgencyId;
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
    private final ClaimDesk claims;
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
            ClaimDesk claims,
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
        this.claims = claims;
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

    /**
     * What is known of a letter when a paper of it is asked for.
     *
     * @param delivery as it was wished for
     */
    private record Known(
            AgencyId agency,
            String number,
            String mask,
            DeliveryWay delivery,
            CaseLetter letter,
            LetterDraft draft) {
        boolean isMade() {
            return letter.state() == LetterState.MADE || letter.state().hasLeft();
        }
    }

    /** The letter: as it was made for the office, with the mask for everybody else. */
    public byte[] letter(Actor by, LetterOwner owner, long letter, boolean pdf) {
        var known = known(by, owner, letter);
        if (known.isMade() && RequestRights.knowsApplicant(by)) {
            audit.record(
                    by,
                    "requests.letter-read",
                    owner.subject(),
                    Map.of(),
                    Map.of("number", known.number(), "letter", letter));
            return press.finished(letter, pdf);
        }
        var set = press.set(written(known, known.mask()));
        return pdf ? set.pdf() : set.docx();
    }

    /** The letter in large print (大字版), as PDF, under the same rule. */
    public byte[] large(Actor by, LetterOwner owner, long letter) {
        var known = known(by, owner, letter);
        var name =
                known.isMade() && RequestRights.knowsApplicant(by)
                        ? applicant(by, known).identity().name()
                        : known.mask();
        return press.large(written(known, name));
    }

    /** The proof of delivery, to be signed (送达回证). */
    public Letter receipt(Actor by, LetterOwner owner, long letter) {
        var known = made(by, owner, letter);
        var number = known.letter().number();
        if (number == null) {
            throw Refusal.notPossibleNow(List.of(), "requests.papers.refusal.no-number");
        }
        var facts =
                LetterFacts.none()
                        .with(LetterField.AGENCY, organization.agency(known.agency()).name())
                        .with(LetterField.PAPER, known.draft().title())
                        .with(LetterField.PAPER_NUMBER, number.toString())
                        .with(LetterField.RECIPIENT, recipient(by, known))
                        .with(
                                LetterField.WAY,
                                wording.say("requests.delivery." + known.delivery().name()))
                        .with(LetterField.PLACE, place(by, known));
        return press.set(
                RequestLetter.of(
                        LetterKind.DELIVERY_RECEIPT,
                        templates.inForce(known.agency()),
                        facts,
                        null,
                        List.of(),
                        LocalDate.now(clock)));
    }

    /** What a third party fills in and sends back (意见回复单), to go with the inquiry. */
    public Letter replyForm(Actor by, long id, long letter) {
        var known = known(by, LetterOwner.request(id), letter);
        if (known.letter().kind() != LetterKind.THIRD_PARTY_CONSULTATION) {
            throw Refusal.notFound();
        }
        var agency = known.agency();
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
    public byte[] cover(Actor by, LetterOwner owner, long letter, AddressedCover.Form form) {
        var known = made(by, owner, letter);
        var office = offices.of(known.agency());
        var address = place(by, known);
        var postcode = POSTCODE.matcher(address);
        var number = known.letter().number();
        return printing.cover(
                new AddressedCover(
                        postcode.find() ? postcode.group() : "",
                        POSTCODE.matcher(address).replaceFirst("").strip(),
                        wording.say("requests.papers.to", recipient(by, known)),
                        organization.agency(known.agency()).name(),
                        office.address(),
                        number == null ? "" : number.toString()),
                form);
    }

    /** A file that goes with the letter, by its place in the list from 1. */
    @Transactional(readOnly = true)
    public StoredFile enclosure(Actor by, long id, long letter, int place) {
        return file(known(by, LetterOwner.request(id), letter).draft(), place);
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
     * Where it goes: the address given, else how the applicant is reached, else the agency itself;
     * letters of corrections and complaints by post.
     */
    private String place(Actor by, Known known) {
        var own = offices.of(known.agency()).address();
        if (LetterCourse.toOthers(known.letter().kind())) {
            return known.draft().typed().getOrDefault("address", own);
        }
        var contact = applicant(by, known).contact();
        return switch (known.delivery()) {
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
        return found(by, known.letter().owner(), known.letter().kind().slug())
                .orElseThrow(
                        () -> Refusal.notPossibleNow(List.of(), "requests.papers.refusal.erased"));
    }

    private Optional<Applicant> found(Actor by, LetterOwner owner, String paper) {
        return owner.ofClaim()
                ? claims.addressee(by, owner.id(), paper)
                : requests.addressee(by, owner.id(), paper);
    }

    private RequestLetter written(Known known, String name) {
        return press.written(known.agency(), known.letter(), known.draft(), name);
    }

    private Known made(Actor by, LetterOwner owner, long letter) {
        var known = known(by, owner, letter);
        if (!RequestRights.knowsApplicant(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.applicant");
        }
        if (!known.isMade() || known.letter().kind() == LetterKind.FILE_NOTE) {
            throw Refusal.notPossibleNow(List.of(), "requests.papers.refusal.not-made");
        }
        return known;
    }

    private Known known(Actor by, LetterOwner owner, long letter) {
        if (owner.ofClaim()) {
            var claim = claims.one(by, owner.id()).claim();
            var found = letters.find(owner, letter).orElseThrow(Refusal::notFound);
            return new Known(
                    claim.agency(),
                    claim.number(),
                    claim.personMask(),
                    DeliveryWay.POST,
                    found,
                    counting(found));
        }
        var request = requests.one(by, owner.id()).request();
        var found = letters.find(owner, letter).orElseThrow(Refusal::notFound);
        return new Known(
                request.agency(),
                request.number(),
                request.applicantMask(),
                request.delivery(),
                found,
                counting(found));
    }

    private LetterDraft counting(CaseLetter letter) {
        return letters.drafts(letter.id()).get(letter.draft() - 1);
    }
}
