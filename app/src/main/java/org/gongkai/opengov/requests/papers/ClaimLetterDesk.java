package org.gongkai.opengov.requests.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.requests.Claim;
import org.gongkai.opengov.requests.ClaimDesk;
import org.gongkai.opengov.requests.ClaimStep;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters by which corrections of personal records and complaints end (更正、投诉告知书), 《政府信息公开条例》
 * arts. 41, 47, 51: drafted, reviewed, signed, numbered, made and sent as answers to requests are
 * (ADR 0188). As one leaves, what it tells has happened (ADR 0205).
 */
@Service
@Transactional
public class ClaimLetterDesk {
    private final ClaimDesk claims;
    private final CaseLetters letters;
    private final LetterWriter writer;
    private final ClaimFacts facts;
    private final LetterSeal seal;
    private final LetterPress press;
    private final LetterNotes notes;
    private final Organization organization;
    private final Clock clock;

    ClaimLetterDesk(
            ClaimDesk claims,
            CaseLetters letters,
            LetterWriter writer,
            ClaimFacts facts,
            LetterSeal seal,
            LetterPress press,
            LetterNotes notes,
            Organization organization,
            Clock clock) {
        this.claims = claims;
        this.letters = letters;
        this.writer = writer;
        this.facts = facts;
        this.seal = seal;
        this.press = press;
        this.notes = notes;
        this.organization = organization;
        this.clock = clock;
    }

    /** Those of one, in the order in which they were begun. */
    @Transactional(readOnly = true)
    public List<CaseLetter> of(Actor by, long id) {
        return letters.of(LetterOwner.claim(claims.one(by, id).claim().id()));
    }

    /** The ends of which this person may begin a letter now. */
    @Transactional(readOnly = true)
    public List<ClaimStep> possible(Actor by, ClaimDesk.View view) {
        return ClaimStep.told(view.claim().kind()).stream()
                .filter(it -> LetterRights.mayWrite(by, null, kind(view.claim(), it)))
                .filter(it -> isOpenFor(view, it) && !isInHand(view.claim()))
                .toList();
    }

    /** One letter. */
    @Transactional(readOnly = true)
    public LetterView one(Actor by, long id, long letter) {
        var claim = claims.one(by, id).claim();
        var found = found(id, letter);
        var drafts = letters.drafts(letter);
        return new LetterView(
                found,
                claim.personMask(),
                drafts,
                letters.moves(letter),
                LetterRights.allowed(by, null, null, found, drafts),
                found.state() == LetterState.DRAFT
                        && LetterRights.mayWrite(by, null, found.kind()));
    }

    /** What a letter that tells this end takes from the case and what is to be said beside it. */
    @Transactional(readOnly = true)
    public LetterForm form(Actor by, long id, ClaimStep end) {
        var view = claims.one(by, id);
        requirePossible(by, view, end);
        return writer.form(facts.source(by, view.claim(), end), kind(view.claim(), end));
    }

    /** The same for a letter that is written already. */
    @Transactional(readOnly = true)
    public Optional<LetterForm> formOf(Actor by, long id, long letter) {
        var claim = claims.one(by, id).claim();
        var found = found(id, letter);
        return Optional.of(writer.form(source(by, claim, found), found.kind()));
    }

    /** Begins a letter that tells this end with the text of the template; its id. */
    public long begin(Actor by, long id, ClaimStep end, Map<String, String> typed) {
        var claim = claims.held(by, id);
        requirePossible(by, claims.one(by, id), end);
        var kind = kind(claim, end);
        var draft = writer.write(by, facts.source(by, claim, end), kind, typed, null);
        var owner = LetterOwner.claim(id);
        var letter = letters.add(owner, end, claim.agency(), kind, draft);
        notes.take(by, "letter-begun", owner, claim.number(), kind, draft);
        return letter;
    }

    /**
     * Fills the template again.
     *
     * @param version the version of the letter that was read; null for any
     */
    public void refill(
            Actor by, long id, long letter, @Nullable Long version, Map<String, String> typed) {
        var claim = claims.held(by, id);
        var found = writable(by, id, letter, version);
        keep(
                by,
                claim,
                found,
                "letter-filled",
                writer.write(by, source(by, claim, found), found.kind(), typed, last(found)));
    }

    /**
     * Keeps another text; what the template said stays beside it.
     *
     * @param version the version of the letter that was read; null for any
     */
    public void edit(
            Actor by, long id, long letter, @Nullable Long version, @Nullable String words) {
        var claim = claims.held(by, id);
        var found = writable(by, id, letter, version);
        var draft =
                last(found)
                        .inWords(
                                LetterDrafting.lines(words),
                                found.kind(),
                                organization.agency(claim.agency()).name(),
                                LocalDate.now(clock),
                                by.person(),
                                clock.instant());
        requireWhole(by, claim, found, draft);
        keep(by, claim, found, "letter-edited", draft);
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
        var claim = claims.held(by, id);
        var found = found(id, letter);
        LetterRights.requireVersion(found, version);
        var gate = new LetterGate(by, null, null, found, letters.drafts(letter));
        var draft = gate.draft();
        var grant = gate.pass(step, entry.sha256());
        switch (step) {
            case SUBMIT -> requireCurrent(by, claim, found, draft);
            case REVIEW -> {}
            case SIGN -> {
                requireCurrent(by, claim, found, draft);
                seal.number(claim.agency(), found, draft);
            }
            case MAKE -> make(by, claim, found, draft);
            case DISPATCH, DELIVER -> sent(by, claim, found, draft, entry);
            case VOID -> {
                if (!LetterRights.mayVoid(by, null, found)) {
                    throw Refusal.notPossibleNow(List.of(), "requests.papers.refusal.void-signed");
                }
                entry.requireReason();
            }
            case RETURN, UNDELIVERABLE -> entry.requireReason();
        }
        letters.move(
                letter,
                step.to(),
                LetterMove.of(step, draft, by.person(), grant.onBehalfOf(), entry, clock));
        notes.take(by, "letter-" + step.slug(), found.owner(), claim.number(), found.kind(), draft);
    }

    /** Letters of corrections and complaints that wait for a step of this person, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseLetter> waitingFor(Actor by, int limit) {
        return ClaimDesk.reads(by)
                ? letters
                        .in(
                                by.agency(),
                                true,
                                List.of(
                                        LetterState.SUBMITTED,
                                        LetterState.REVIEWED,
                                        LetterState.SIGNED,
                                        LetterState.MADE),
                                limit)
                        .stream()
                        .filter(it -> next(by, it).isPresent())
                        .toList()
                : List.of();
    }

    /** The step that leads on and is this person's to take now. */
    @Transactional(readOnly = true)
    public Optional<LetterStep> next(Actor by, CaseLetter letter) {
        return letter.next().filter(one(by, letter.owner().id(), letter.id()).allowed()::contains);
    }

    private void make(Actor by, Claim claim, CaseLetter letter, LetterDraft draft) {
        press.make(
                claim.agency(),
                letter,
                draft,
                () -> claims.addressee(by, claim.id(), letter.kind().slug()));
        letters.made(letter.id(), clock.instant());
    }

    private void sent(
            Actor by, Claim claim, CaseLetter letter, LetterDraft draft, LetterMoveEntry entry) {
        entry.requireSent();
        if (letter.state() == LetterState.MADE) {
            claims.told(
                    by,
                    claim.id(),
                    end(letter),
                    entry.day(LocalDate.now(clock)),
                    draft.title() + " " + letter.number());
        }
    }

    private void keep(Actor by, Claim claim, CaseLetter letter, String action, LetterDraft draft) {
        letters.add(letter.id(), draft);
        notes.take(by, action, letter.owner(), claim.number(), letter.kind(), draft);
    }

    private CaseLetter writable(Actor by, long id, long letter, @Nullable Long version) {
        var found = found(id, letter);
        LetterRights.requireVersion(found, version);
        LetterRights.requireWriter(by, null, found.kind());
        if (found.state() != LetterState.DRAFT) {
            throw Refusal.notPossibleNow(List.of(), "requests.papers.refusal.not-a-draft");
        }
        return found;
    }

    private void requirePossible(Actor by, ClaimDesk.View view, ClaimStep end) {
        if (!ClaimStep.told(view.claim().kind()).contains(end)) {
            throw Refusal.invalid("end", "requests.claim.step.required");
        }
        LetterRights.requireWriter(by, null, kind(view.claim(), end));
        if (!isOpenFor(view, end)) {
            throw Refusal.notPossibleNow(List.of(), "requests.claim.refusal.closed");
        }
        if (isInHand(view.claim())) {
            throw Refusal.notPossibleNow(List.of(), "requests.papers.refusal.already-begun");
        }
    }

    /** While nothing has ended it, or where this is how it ended and was not told yet. */
    private static boolean isOpenFor(ClaimDesk.View view, ClaimStep end) {
        return view.claim().closedOn() == null
                || view.events().stream().anyMatch(it -> it.step() == end);
    }

    private boolean isInHand(Claim claim) {
        return letters.of(LetterOwner.claim(claim.id())).stream()
                .anyMatch(it -> it.state() != LetterState.VOID && !it.state().hasLeft());
    }

    /** The text must still be what the template makes of the case, and every fixed part stand. */
    private void requireCurrent(Actor by, Claim claim, CaseLetter letter, LetterDraft draft) {
        if (!isOpenFor(claims.one(by, claim.id()), end(letter))) {
            throw Refusal.notPossibleNow(List.of(), "requests.claim.refusal.closed");
        }
        var now = writer.write(by, source(by, claim, letter), letter.kind(), draft.typed(), draft);
        if (!now.filled().equals(draft.filled())) {
            throw Refusal.notPossibleNow(List.of(), "requests.papers.refusal.case-changed");
        }
        requireWhole(by, claim, letter, draft);
    }

    private void requireWhole(Actor by, Claim claim, CaseLetter letter, LetterDraft draft) {
        var lacking = writer.lacks(source(by, claim, letter), letter.kind(), draft);
        if (!lacking.isEmpty()) {
            throw Refusal.invalid(lacking);
        }
    }

    private LetterSource source(Actor by, Claim claim, CaseLetter letter) {
        return facts.source(by, claim, end(letter));
    }

    private CaseLetter found(long id, long letter) {
        return letters.find(LetterOwner.claim(id), letter).orElseThrow(Refusal::notFound);
    }

    private LetterDraft last(CaseLetter letter) {
        return letters.drafts(letter.id()).get(letter.draft() - 1);
    }

    private static LetterKind kind(Claim claim, ClaimStep end) {
        return LetterCourse.telling(claim.kind(), end);
    }

    private static ClaimStep end(CaseLetter letter) {
        return Objects.requireNonNull(letter.end());
    }
}
