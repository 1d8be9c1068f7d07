package org.gongkai.opengov.requests.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.gongkai.opengov.requests.RequestCase;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestHold;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing the letters of a case (文书起草): filled in from the case, changed by the officer, each
 * edition kept beside what the template said.
 */
@Service
public class LetterDrafting {
    private static final int MOST_LINES = 400;
    private static final int LONGEST = 20_000;
    private static final List<LetterState> WAITING =
            List.of(LetterState.SUBMITTED, LetterState.SIGNED, LetterState.MADE);

    private final RequestDesk requests;
    private final RequestHold hold;
    private final CaseLetters letters;
    private final LetterWriter writer;
    private final LetterCheck check;
    private final LetterNotes notes;
    private final Organization organization;
    private final Clock clock;

    LetterDrafting(
            RequestDesk requests,
            RequestHold hold,
            CaseLetters letters,
            LetterWriter writer,
            LetterCheck check,
            LetterNotes notes,
            Organization organization,
            Clock clock) {
        this.requests = requests;
        this.hold = hold;
        this.letters = letters;
        this.writer = writer;
        this.check = check;
        this.notes = notes;
        this.organization = organization;
        this.clock = clock;
    }

    /** The letters of a request, in the order in which they were begun. */
    @Transactional(readOnly = true)
    public List<CaseLetter> of(RequestView view) {
        return letters.of(LetterOwner.request(view.request().id()));
    }

    /** One letter. */
    @Transactional(readOnly = true)
    public LetterView one(Actor by, long id, long letter) {
        var request = requests.one(by, id).request();
        var found = found(id, letter);
        var drafts = letters.drafts(letter);
        return new LetterView(
                found,
                request.applicantMask(),
                drafts,
                letters.moves(letter),
                LetterRights.allowed(by, request.section(), request.stage(), found, drafts),
                found.state() == LetterState.DRAFT
                        && LetterRights.mayWrite(by, request.section(), found.kind()));
    }

    /** The letters that this person may begin now, in the order of the list. */
    @Transactional(readOnly = true)
    public List<LetterKind> possible(Actor by, RequestView view) {
        return LetterCourse.written().stream()
                .filter(it -> LetterRights.mayWrite(by, view.request().section(), it))
                .filter(it -> check.isPossible(it, view))
                .toList();
    }

    /** What a letter to be begun takes from the case and what is to be said beside it. */
    @Transactional(readOnly = true)
    public LetterForm form(Actor by, long id, LetterKind kind) {
        var view = requests.one(by, id);
        LetterRights.requireWriter(by, view.request().section(), kind);
        check.requirePossible(kind, view);
        return writer.form(by, view, kind);
    }

    /** The same for a letter that is written already; empty while its case cannot fill it in. */
    public Optional<LetterForm> formOf(Actor by, long id, long letter) {
        var view = requests.one(by, id);
        var kind = found(id, letter).kind();
        try {
            return Optional.of(writer.form(by, view, kind));
        } catch (Refusal undecided) {
            return Optional.empty();
        }
    }

    /** Begins a letter with the text of the template; its id. */
    public long begin(Actor by, long id, LetterKind kind, Map<String, String> typed) {
        return hold.on(
                by,
                id,
                "letter-begun",
                request -> {
                    LetterRights.requireWriter(by, request.section(), kind);
                    var view = requests.one(by, id);
                    check.requirePossible(kind, view);
                    var draft = writer.write(by, view, kind, typed, null);
                    var letter =
                            letters.add(
                                    LetterOwner.request(id), null, request.agency(), kind, draft);
                    notes.take(
                            by,
                            "letter-begun",
                            LetterOwner.request(id),
                            request.number(),
                            kind,
                            draft);
                    return letter;
                });
    }

    /**
     * Fills the template again: the case has changed, or something was said wrongly.
     *
     * @param version the version of the letter that was read; null for any
     */
    public void refill(
            Actor by, long id, long letter, @Nullable Long version, Map<String, String> typed) {
        change(
                by,
                id,
                letter,
                version,
                "letter-filled",
                (found, view) -> writer.write(by, view, found.kind(), typed, last(found)));
    }

    /**
     * Keeps another text; what the template said stays beside it.
     *
     * @param version the version of the letter that was read; null for any
     */
    public void edit(
            Actor by, long id, long letter, @Nullable Long version, @Nullable String words) {
        change(
                by,
                id,
                letter,
                version,
                "letter-edited",
                (found, view) -> {
                    var draft =
                            last(found)
                                    .inWords(
                                            lines(words),
                                            found.kind(),
                                            agency(view.request()),
                                            LocalDate.now(clock),
                                            by.person(),
                                            clock.instant());
                    check.requireWhole(by, view, found.kind(), draft);
                    return draft;
                });
    }

    private void change(
            Actor by,
            long id,
            long letter,
            @Nullable Long version,
            String action,
            BiFunction<CaseLetter, RequestView, LetterDraft> writing) {
        var _ =
                hold.on(
                        by,
                        id,
                        action,
                        request -> {
                            var found = found(id, letter);
                            LetterRights.requireVersion(found, version);
                            LetterRights.requireWriter(by, request.section(), found.kind());
                            if (found.state() != LetterState.DRAFT) {
                                throw Refusal.notPossibleNow(
                                        List.of(), "requests.papers.refusal.not-a-draft");
                            }
                            var draft = writing.apply(found, requests.one(by, id));
                            letters.add(letter, draft);
                            notes.take(
                                    by,
                                    action,
                                    found.owner(),
                                    request.number(),
                                    found.kind(),
                                    draft);
                            return request;
                        });
    }

    /** The lines of a text as it was typed. */
    static List<String> lines(@Nullable String typed) {
        var text = typed == null ? "" : typed;
        var lines = text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (lines.isEmpty()) {
            throw Refusal.invalid("words", "requests.papers.no-words");
        }
        if (lines.size() > MOST_LINES || text.length() > LONGEST) {
            throw Refusal.invalid("words", "requests.field.too-long", LONGEST);
        }
        return lines;
    }

    private CaseLetter found(long id, long letter) {
        return letters.find(LetterOwner.request(id), letter).orElseThrow(Refusal::notFound);
    }

    private LetterDraft last(CaseLetter letter) {
        return letters.drafts(letter.id()).get(letter.draft() - 1);
    }

    private String agency(RequestCase request) {
        return organization.agency(request.agency()).name();
    }

    /** Whether notices can wait for this person at all. */
    static boolean worksOnNotices(Actor by) {
        return Stream.of(LetterStep.SIGN, LetterStep.MAKE, LetterStep.DISPATCH)
                .flatMap(it -> it.roles(LetterCourse.NOTICE).stream())
                .anyMatch(by::has);
    }

    /** Notices that wait for this person to sign, make or send them, the oldest first (待办文书). */
    @Transactional(readOnly = true)
    public List<CaseLetter> waitingFor(Actor by, int limit) {
        return letters.in(by.agency(), false, WAITING, limit).stream()
                .filter(it -> it.course() == LetterCourse.NOTICE)
                .filter(it -> requests.sees(by, it.owner().id()))
                .filter(
                        it ->
                                it.next()
                                        .filter(
                                                one(by, it.owner().id(), it.id()).allowed()
                                                        ::contains)
                                        .isPresent())
                .toList();
    }
}
