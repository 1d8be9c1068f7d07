package org.gongkai.opengov.requests.papers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.opengov.requests.Applicant;
import org.gongkai.opengov.requests.letters.RequestLetter;
import org.gongkai.platform.letters.Letter;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.PaperImages;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.settings.SecretBox;
import org.gongkai.platform.settings.Secrets;
import org.springframework.stereotype.Component;

/**
 * Sets letters as papers (文书印制). What is made carries the name of whoever asks; it is kept closed
 * with a key that is not in the database, and never made a second time.
 */
@Component
class LetterPress {
    private final CaseLetters letters;
    private final Organization organization;
    private final Letters printing;
    private final SecretBox box;
    private final Clock clock;

    LetterPress(
            CaseLetters letters,
            Organization organization,
            Letters printing,
            Secrets secrets,
            Clock clock) {
        this.letters = letters;
        this.organization = organization;
        this.printing = printing;
        this.box = new SecretBox(secrets, "request-letter");
        this.clock = clock;
    }

    /**
     * Makes the paper of a letter that is signed, and keeps it; refuses a text that is not the
     * signed one.
     *
     * @param addressee who asks, asked for only where the letter names them
     */
    void make(
            AgencyId agency,
            CaseLetter letter,
            LetterDraft draft,
            Supplier<Optional<Applicant>> addressee) {
        var signed = written(agency, letter, draft, LetterDraft.APPLICANT);
        if (!LetterDraft.hash(signed, draft.enclosures()).equals(letter.sha256())) {
            throw Refusal.notPossibleNow(List.of(), "requests.papers.refusal.not-as-signed");
        }
        var set = set(written(agency, letter, draft, name(draft, addressee)));
        letters.keepFiles(
                letter.id(),
                box.close(set.pdf(), place(letter.id(), true)),
                box.close(set.docx(), place(letter.id(), false)),
                sha256(set.pdf()),
                sha256(set.docx()));
    }

    private static String name(LetterDraft draft, Supplier<Optional<Applicant>> addressee) {
        if (!draft.namesApplicant()) {
            return "";
        }
        return addressee
                .get()
                .map(it -> it.identity().name())
                .orElseThrow(
                        () -> Refusal.notPossibleNow(List.of(), "requests.papers.refusal.erased"));
    }

    /** The letter as it stands, with whoever asks under this name. */
    RequestLetter written(AgencyId agency, CaseLetter letter, LetterDraft draft, String applicant) {
        var on = Objects.requireNonNullElseGet(letter.writtenOn(), () -> LocalDate.now(clock));
        return draft.letter(
                letter.kind(),
                letter.number(),
                organization.agencyOn(agency, on).name(),
                on,
                applicant);
    }

    /** A letter as .docx and PDF. */
    Letter set(RequestLetter letter) {
        return printing.officialPaper(letter.paper(), PaperImages.NONE);
    }

    /** A letter in large print, art. 43. */
    byte[] large(RequestLetter letter) {
        return printing.largePrint(letter.paper(), PaperImages.NONE);
    }

    /** The finished paper; not found while it is not made, or when it was erased. */
    byte[] finished(long letter, boolean pdf) {
        return letters.file(letter, pdf)
                .map(it -> box.open(it, place(letter, pdf)))
                .orElseThrow(Refusal::notFound);
    }

    private static String place(long letter, boolean pdf) {
        return "request_letter_file:" + letter + (pdf ? ":pdf" : ":docx");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
