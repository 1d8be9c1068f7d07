package org.gongkai.opengov.requests.papers;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters that an applicant may see (申请人可查阅的文书): those to the applicant that have left the
 * agency, and nothing before. Whoever asks this has checked number and secret.
 */
@Component
@Transactional(readOnly = true)
public class ApplicantLetters {
    private final CaseLetters letters;
    private final LetterPress press;
    private final FileStore files;

    ApplicantLetters(CaseLetters letters, LetterPress press, FileStore files) {
        this.letters = letters;
        this.press = press;
        this.files = files;
    }

    /**
     * A letter that was sent.
     *
     * @param number as it is cited; null for what carries none
     */
    public record Sent(
            long id,
            String title,
            @Nullable String number,
            @Nullable LocalDate writtenOn,
            List<Enclosure> enclosures) {}

    /** Those of a request, correction or complaint, the first first. */
    public List<Sent> of(LetterOwner owner) {
        return letters.of(owner).stream().filter(ApplicantLetters::isSent).map(this::sent).toList();
    }

    /** The letter as it was sent, as PDF; not found for every other. */
    public byte[] pdf(LetterOwner owner, long letter) {
        return press.finished(found(owner, letter).id(), true);
    }

    /**
     * The letter in large print (大字版), art. 43, set anew from the signed text.
     *
     * @param name whoever asked, as the letter names them
     */
    public byte[] large(LetterOwner owner, AgencyId agency, long letter, String name) {
        var found = found(owner, letter);
        var draft = letters.drafts(found.id()).get(found.draft() - 1);
        return press.large(press.written(agency, found, draft, name));
    }

    /** A file that was sent with it, by its place in the list from 1. */
    public StoredFile enclosure(LetterOwner owner, long letter, int place) {
        var enclosures = sent(found(owner, letter)).enclosures();
        if (place < 1 || place > enclosures.size()) {
            throw Refusal.notFound();
        }
        var it = enclosures.get(place - 1);
        return files.find(it.sha256(), it.fileName()).orElseThrow(Refusal::notFound);
    }

    /** Where a file lies, for reading only. */
    public Path content(StoredFile file) {
        return files.path(file.sha256());
    }

    private CaseLetter found(LetterOwner owner, long letter) {
        return letters.find(owner, letter)
                .filter(ApplicantLetters::isSent)
                .orElseThrow(Refusal::notFound);
    }

    private static boolean isSent(CaseLetter letter) {
        return letter.state().hasLeft() && LetterCourse.toApplicant(letter.kind());
    }

    private Sent sent(CaseLetter letter) {
        var draft = letters.drafts(letter.id()).get(letter.draft() - 1);
        var number = letter.number();
        return new Sent(
                letter.id(),
                draft.title(),
                number == null ? null : number.toString(),
                letter.writtenOn(),
                draft.enclosures());
    }
}
