package org.gongkai.opengov.requests.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.requests.Claim;
import org.gongkai.opengov.requests.ClaimStep;
import org.gongkai.opengov.requests.decisions.Paper;
import org.gongkai.opengov.requests.decisions.RemedyKind;
import org.gongkai.opengov.requests.decisions.RemedyText;
import org.gongkai.opengov.requests.letters.LetterFacts;
import org.gongkai.opengov.requests.letters.LetterField;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.stereotype.Component;

/** What a correction or complaint says for the letter that tells its end (更正、投诉要素). */
@Component
class ClaimFacts {
    private final LetterOfficeDesk offices;
    private final Organization organization;
    private final Wording wording;
    private final Clock clock;

    ClaimFacts(LetterOfficeDesk offices, Organization organization, Wording wording, Clock clock) {
        this.offices = offices;
        this.organization = organization;
        this.wording = wording;
        this.clock = clock;
    }

    /** For the letter that tells this end. */
    LetterSource source(Actor by, Claim claim, ClaimStep end) {
        return new Source(by, claim, end);
    }

    private final class Source implements LetterSource {
        private final Actor by;
        private final Claim claim;
        private final ClaimStep end;

        Source(Actor by, Claim claim, ClaimStep end) {
            this.by = by;
            this.claim = claim;
            this.end = end;
        }

        @Override
        public AgencyId agency() {
            return claim.agency();
        }

        @Override
        public LetterFacts known() {
            var office = offices.of(agency());
            var facts =
                    LetterFacts.none()
                            .with(LetterField.AGENCY, organization.agency(agency()).name())
                            .with(LetterField.APPLICANT, LetterDraft.APPLICANT)
                            .with(LetterField.YOU, wording.say("requests.claim.you"))
                            .with(LetterField.REGISTRATION, claim.number())
                            .with(LetterField.RECEIVED_ON, claim.receivedOn())
                            .with(LetterField.MATTER, claim.about())
                            .with(
                                    LetterField.BASIS,
                                    wording.say("requests.claim.basis", claim.kind().article()))
                            .with(
                                    LetterField.OUTCOME,
                                    wording.say("requests.claim.outcome." + end.name()))
                            .with(LetterField.PHONE, office.phone())
                            .with(LetterField.ADDRESS, office.address());
            return end == ClaimStep.NOT_CORRECTED
                    ? facts.with(
                            LetterField.REMEDY,
                            RemedyText.of(
                                            RemedyKind.OTHER_REPLY,
                                            Paper.NO_HANDLING,
                                            LocalDate.now(clock),
                                            office.places(),
                                            false)
                                    .orElseThrow())
                    : facts;
        }

        @Override
        public String suggestion(LetterField field) {
            return field == LetterField.HANDLER ? by.name() : "";
        }

        @Override
        public List<Enclosure> enclosures(List<Enclosure> before) {
            return List.of();
        }

        @Override
        public List<String> fixed() {
            return List.of();
        }
    }
}
