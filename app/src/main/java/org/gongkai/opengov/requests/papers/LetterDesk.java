package org.gongkai.opengov.requests.papers;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.opengov.requests.RequestCase;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestHold;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The letters of a case from review to the proof of delivery (文书审签与送达). {@link LetterStep} says who
 * does what when; the steps of an answer are steps of the case as well.
 */
@Service
public class LetterDesk {
    private final RequestDesk requests;
    private final RequestHold hold;
    private final CaseLetters letters;
    private final LetterCheck check;
    private final LetterPress press;
    private final LetterSeal seal;
    private final DecisionDesk decisions;
    private final LetterNotes notes;
    private final Clock clock;

    LetterDesk(
            RequestDesk requests,
            RequestHold hold,
            CaseLetters letters,
            LetterCheck check,
            LetterPress press,
            LetterSeal seal,
            DecisionDesk decisions,
            LetterNotes notes,
            Clock clock) {
        this.requests = requests;
        this.hold = hold;
        this.letters = letters;
        this.check = check;
        this.press = press;
        this.seal = seal;
        this.decisions = decisions;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Takes a step.
     *
     * @param version the version of the letter that was read; null for any
     */
    public void step(
            Actor by,
            long id,
            long letter,
            LetterStep step,
            @Nullable Long version,
            LetterMoveEntry entry) {
        var _ =
                hold.on(
                        by,
                        id,
                        "letter-" + step.slug(),
                        request -> {
                            var found =
                                    letters.find(LetterOwner.request(id), letter)
                                            .orElseThrow(Refusal::notFound);
                            LetterRights.requireVersion(found, version);
                            new Taking(by, request, found, entry).take(step);
                            return request;
                        });
    }

    /** One step being taken with one letter of a request that is held. */
    private final class Taking {
        private final Actor by;
        private final RequestCase request;
        private final CaseLetter letter;
        private final LetterMoveEntry entry;
        private final LetterGate gate;
        private final LetterDraft draft;

        Taking(Actor by, RequestCase request, CaseLetter letter, LetterMoveEntry entry) {
            this.by = by;
            this.request = request;
            this.letter = letter;
            this.entry = entry;
            this.gate =
                    new LetterGate(
                            by,
                            request.section(),
                            request.stage(),
                            letter,
                            letters.drafts(letter.id()));
            this.draft = gate.draft();
        }

        void take(LetterStep step) {
            var grant = gate.pass(step, entry.sha256());
            switch (step) {
                case SUBMIT -> submit();
                case REVIEW -> inCase(RequestStep.REVIEWED_ANSWER, opinion());
                case SIGN -> sign();
                case MAKE -> make();
                case DISPATCH, DELIVER -> sent(step);
                case UNDELIVERABLE -> {
                    entry.requireReason();
                    inCase(
                            RequestStep.UNDELIVERABLE_ANSWER,
                            LetterTelling.sent(entry.note(), entry));
                }
                case RETURN -> entry.requireReason();
                case VOID -> {
                    if (!LetterRights.mayVoid(by, request.stage(), letter)) {
                        throw Refusal.notPossibleNow(
                                List.of(), "requests.papers.refusal.void-signed");
                    }
                    entry.requireReason();
                }
            }
            letters.move(
                    letter.id(),
                    step.to(),
                    LetterMove.of(step, draft, by.person(), grant.onBehalfOf(), entry, clock));
            notes.take(
                    by,
                    "letter-" + step.slug(),
                    letter.owner(),
                    request.number(),
                    letter.kind(),
                    draft);
        }

        private void submit() {
            check.requireCurrent(by, requests.one(by, request.id()), letter.kind(), draft);
            inCase(RequestStep.DRAFTED_ANSWER, LetterTelling.saying(draft.title()));
        }

        /** Number and day come with the signature; from here on the text cannot change. */
        private void sign() {
            check.requireCurrent(by, requests.one(by, request.id()), letter.kind(), draft);
            seal.number(request.agency(), letter, draft);
            inCase(RequestStep.SIGNED_ANSWER, opinion());
        }

        /** The paper is made once, with the name of whoever asks, and kept closed. */
        private void make() {
            if (letter.course() == LetterCourse.PLAIN) {
                check.requireCurrent(by, requests.one(by, request.id()), letter.kind(), draft);
                seal.plain(request.agency(), letter, draft);
            }
            press.make(
                    request.agency(),
                    letters.find(letter.owner(), letter.id()).orElseThrow(),
                    draft,
                    () -> requests.addressee(by, request.id(), letter.kind().slug()));
            letters.made(letter.id(), clock.instant());
            if (letter.course() == LetterCourse.ANSWER) {
                inCase(
                        RequestStep.MADE_ANSWER,
                        LetterTelling.ending(
                                decisions
                                        .decision(requests.one(by, request.id()))
                                        .outcomes()
                                        .stream()
                                        .map(Outcome::slug)
                                        .collect(Collectors.joining(","))));
            }
        }

        private void sent(LetterStep step) {
            entry.requireSent();
            if (letter.course() == LetterCourse.ANSWER) {
                inCase(
                        step == LetterStep.DISPATCH
                                ? RequestStep.DISPATCHED_ANSWER
                                : RequestStep.DELIVERED_ANSWER,
                        LetterTelling.sent(null, entry));
                return;
            }
            if (letter.state() == LetterState.MADE) {
                LetterCourse.onDispatch(letter.kind()).ifPresent(this::told);
            }
            if (step == LetterStep.DELIVER) {
                LetterCourse.onDelivery(letter.kind()).ifPresent(this::told);
            }
        }

        /** A notice that went out or arrived is a step of the case. */
        private void told(RequestStep step) {
            var extension =
                    step == RequestStep.EXTENDED
                            ? requests.one(by, request.id())
                                    .file()
                                    .last(RequestStep.EXTENSION_APPROVED)
                                    .map(it -> it.facts().workingDays())
                                    .orElse(null)
                            : null;
            requests.happened(
                    by, request.id(), LetterTelling.of(letter, draft, extension, entry).as(step));
        }

        /** What is done with an answer is a step of the case. */
        private void inCase(RequestStep step, LetterTelling telling) {
            if (letter.course() == LetterCourse.ANSWER) {
                requests.happened(by, request.id(), telling.as(step));
            }
        }

        private LetterTelling opinion() {
            return LetterTelling.saying(entry.note());
        }
    }
}
