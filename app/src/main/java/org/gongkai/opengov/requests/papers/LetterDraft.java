package org.gongkai.opengov.requests.papers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.opengov.requests.letters.LetterNumber;
import org.gongkai.opengov.requests.letters.RequestLetter;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An edition of a letter's text (文稿). Whoever asks stands in it as {@code {申请人}}; the name is put
 * in when the letter is made.
 *
 * @param typed what the officer said of each field
 * @param templates the name of the set it was filled from
 * @param filled what the template said
 * @param words what was made of it
 */
public record LetterDraft(
        int number,
        Map<String, String> typed,
        String templates,
        String title,
        @Nullable String addressee,
        List<String> filled,
        List<String> words,
        List<Enclosure> enclosures,
        String sha256,
        PersonId by,
        Instant at) {
    /** Where the name of whoever asks is put in. */
    static final String APPLICANT = "{申请人}";

    public LetterDraft {
        typed = Map.copyOf(typed);
        filled = List.copyOf(filled);
        words = List.copyOf(words);
        enclosures = List.copyOf(enclosures);
    }

    /** Whether the officer changed what the template said. */
    public boolean changed() {
        return !filled.equals(words);
    }

    /** Whether whoever asks is named in it. */
    boolean namesApplicant() {
        return (addressee + String.join("", words)).contains(APPLICANT);
    }

    /** The same in other words. */
    LetterDraft inWords(
            List<String> others,
            LetterKind kind,
            String agency,
            LocalDate day,
            PersonId writer,
            Instant moment) {
        var letter =
                new RequestLetter(
                        kind,
                        title,
                        null,
                        addressee,
                        others,
                        enclosures.stream().map(Enclosure::title).toList(),
                        agency,
                        day);
        return new LetterDraft(
                number + 1,
                typed,
                templates,
                title,
                addressee,
                filled,
                others,
                enclosures,
                hash(letter, enclosures),
                writer,
                moment);
    }

    /** The letter that this text makes, with the applicant under this name. */
    RequestLetter letter(
            LetterKind kind,
            @Nullable LetterNumber number,
            String agency,
            LocalDate writtenOn,
            String applicant) {
        return new RequestLetter(
                kind,
                title,
                number,
                addressee == null ? null : addressee.replace(APPLICANT, applicant),
                words.stream().map(it -> it.replace(APPLICANT, applicant)).toList(),
                enclosures.stream().map(Enclosure::title).toList(),
                agency,
                writtenOn);
    }

    /** The hash of a letter with the files that go with it. */
    static String hash(RequestLetter letter, List<Enclosure> enclosures) {
        var text = new StringBuilder(letter.kind().slug()).append('\n').append(letter.text());
        enclosures.forEach(it -> text.append(it.sha256()).append('\n'));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
