package org.gongkai.opengov.requests.papers;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.opengov.requests.letters.LetterNumber;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fixes number, day and text of a letter for good (签发定稿), ADR 0187. */
@Component
class LetterSeal {
    private final CaseLetters letters;
    private final LetterOfficeDesk offices;
    private final Organization organization;
    private final Clock clock;

    LetterSeal(
            CaseLetters letters, LetterOfficeDesk offices, Organization organization, Clock clock) {
        this.letters = letters;
        this.offices = offices;
        this.organization = organization;
        this.clock = clock;
    }

    /** With the next number of the agency's series. */
    void number(AgencyId agency, CaseLetter letter, LetterDraft draft) {
        var year = today().getYear();
        freeze(
                agency,
                letter,
                draft,
                new LetterNumber(
                        offices.of(agency).series(), year, letters.nextNumber(agency, year)));
    }

    /** Without a number. */
    void plain(AgencyId agency, CaseLetter letter, LetterDraft draft) {
        freeze(agency, letter, draft, null);
    }

    private void freeze(
            AgencyId agency, CaseLetter letter, LetterDraft draft, @Nullable LetterNumber number) {
        var signed =
                draft.letter(
                        letter.kind(),
                        number,
                        organization.agency(agency).name(),
                        today(),
                        LetterDraft.APPLICANT);
        letters.freeze(letter.id(), number, today(), LetterDraft.hash(signed, draft.enclosures()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
