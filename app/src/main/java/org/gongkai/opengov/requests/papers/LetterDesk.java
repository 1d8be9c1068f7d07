package org.gongkai.opengov.requests.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.opengov.requests.RequestCase;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestHold;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.letters.LetterNumber;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;

/**
 * The letters of a case from review to the proof of delivery (文书审签与送达). {@link LetterStep} says who
 * does what when; the steps of an answer are steps of the case as well.
 */
@Service
public class LetterDesk {
    private static final int LINE = 200;
    private static final int LONGEST = 4_000;

    private final RequestDesk requests;
    private final RequestHold hold;
    private final CaseLetters letters;
    private final LetterCheck check;
    private final LetterPress press;
    private final LetterOfficeDesk offices;
    private final DecisionDesk decisions;
    private final LetterNotes notes;
    private final Organization organization;
    private final Clock clock;

    LetterDesk(
            RequestDesk requests,
            RequestHold hold,
            CaseLetters letters,
            LetterCheck check,
            LetterPress press,
            LetterOfficeDesk offices,
            DecisionDesk decisions,
            LetterNotes notes,
            Organization organization,
            Clock clock) {
        this.requests = requests;
        this.hold = hold;
        this.letters = letters;
        this.check = check;
        this.press = press;
        this.offices = offices;
        this.decisions = decisions;
        this.notes = notes;
        this.organization = organization;
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
                            var found = letters.find(id, letter).orElseThrow(Refusal::notFound);
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
        private final LetterDraft draft;

        Taking(Actor by, RequestCase request, CaseLetter letter, LetterMoveEntry entry) {
            this.by = by;
            this.request = request;
            this.letter = letter;
            this.entry = entry;
            this.draft = letters.drafts(letter.id()).get(letter.draft() - 1);
        }

        void take(LetterStep step) {
            var grant =
                    LetterRights.grant(by, request, letter, step)
                            .orElseThrow(
                                    () ->
                                            Refusal.of(
                                                    RefusalKind.NOT_ALLOWED,
                                                    "requests.papers.refusal.role",
                                                    named("step." + step.name())));
            requireState(step);
            if (step.byAnother()) {
                requireAnother(grant);
            }
            switch (step) {
                case SUBMIT -> submit();
                case REVIEW -> inCase(RequestStep.REVIEWED_ANSWER, opinion());
                case SIGN -> sign();
                case MAKE -> make();
                case DISPATCH, DELIVER -> sent(step);
                case UNDELIVERABLE -> {
                    requireReason();
                    inCase(
                            RequestStep.UNDELIVERABLE_ANSWER,
                            LetterTelling.sent(entry.note(), entry));
                }
                case RETURN -> requireReason();
                case VOID -> {
                    if (!LetterRights.mayVoid(by, request, letter)) {
                        throw Refusal.notPossibleNow(
                                List.of(), "requests.papers.refusal.void-signed");
                    }
                    requireReason();
                }
            }
            letters.move(letter.id(), step.to(), moved(step, grant));
            notes.take(by, "letter-" + step.slug(), request, letter.kind(), draft);
        }

        private void requireState(LetterStep step) {
            if (!letter.canBe(step)) {
                throw Refusal.notPossibleNow(
                        LetterRights.allowed(by, request, letter, letters.drafts(letter.id()))
                                .stream()
                                .map(LetterStep::slug)
                                .toList(),
                        "requests.papers.refusal.state",
                        named("step." + step.name()),
                        named("state." + letter.state().name()));
            }
        }

        /** Another than who wrote it, who has read what counts. */
        private void requireAnother(Grant grant) {
            if (!LetterRights.isAnother(by, grant, letters.drafts(letter.id()))) {
                throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.papers.refusal.own-draft");
            }
            if (!draft.sha256().equals(entry.sha256())) {
                throw Refusal.notPossibleNow(
                        LetterRights.allowed(by, request, letter, letters.drafts(letter.id()))
                                .stream()
                                .map(LetterStep::slug)
                                .toList(),
                        "requests.papers.refusal.not-read");
            }
        }

        private void submit() {
            check.requireCurrent(by, requests.one(by, request.id()), letter.kind(), draft);
            inCase(RequestStep.DRAFTED_ANSWER, LetterTelling.saying(draft.title()));
        }

        /** Number and day come with the signature; from here on the text cannot change. */
        private void sign() {
            check.requireCurrent(by, requests.one(by, request.id()), letter.kind(), draft);
            var today = today();
            freeze(
                    new LetterNumber(
                            offices.of(request.agency()).series(),
                            today.getYear(),
                            letters.nextNumber(request.agency(), today.getYear())));
            inCase(RequestStep.SIGNED_ANSWER, opinion());
        }

        private void freeze(@Nullable LetterNumber number) {
            var signed =
                    draft.letter(
                            letter.kind(),
                            number,
                            organization.agency(request.agency()).name(),
                            today(),
                            LetterDraft.APPLICANT);
            letters.freeze(
                    letter.id(), number, today(), LetterDraft.hash(signed, draft.enclosures()));
        }

        /** The paper is made once, with the name of whoever asks, and kept closed. */
        private void make() {
            if (letter.course() == LetterCourse.PLAIN) {
                check.requireCurrent(by, requests.one(by, request.id()), letter.kind(), draft);
                freeze(null);
            }
            press.make(by, request, letters.find(request.id(), letter.id()).orElseThrow(), draft);
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
            require("way", entry.way(), LINE);
            require("evidence", entry.evidence(), LONGEST);
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

        private LetterMove moved(LetterStep step, Grant grant) {
            return new LetterMove(
                    step,
                    draft.number(),
                    draft.sha256(),
                    by.person(),
                    grant.onBehalfOf(),
                    day(),
                    text(entry.way()),
                    text(entry.evidence()),
                    text(entry.note()),
                    clock.instant());
        }

        private void requireReason() {
            require("note", entry.note(), LONGEST);
        }

        private LocalDate day() {
            var typed = text(entry.date());
            try {
                var day = typed == null ? today() : LocalDate.parse(typed);
                if (day.isAfter(today())) {
                    throw Refusal.invalid("date", "requests.event.future");
                }
                return day;
            } catch (DateTimeParseException e) {
                throw Refusal.invalid("date", "requests.event.day");
            }
        }
    }

    private static void require(String field, @Nullable String typed, int longest) {
        var text = Objects.requireNonNullElse(text(typed), "");
        if (text.isEmpty()) {
            throw Refusal.invalid(field, "requests.papers.required." + field);
        }
        if (text.length() > longest) {
            throw Refusal.invalid(field, "requests.field.too-long", longest);
        }
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static DefaultMessageSourceResolvable named(String key) {
        return new DefaultMessageSourceResolvable("requests.papers." + key);
    }
}
