package org.gongkai.opengov.requests.papers.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.decisions.Told;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.opengov.requests.papers.DecisionDesk;
import org.gongkai.opengov.requests.papers.LetterDesk;
import org.gongkai.opengov.requests.papers.LetterDrafting;
import org.gongkai.opengov.requests.papers.LetterMoveEntry;
import org.gongkai.opengov.requests.papers.LetterOfficeDesk;
import org.gongkai.opengov.requests.papers.LetterOfficeEntry;
import org.gongkai.opengov.requests.papers.LetterStep;
import org.gongkai.opengov.requests.papers.PaperEntry;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions and letters of a case over the API (答复和文书接口). */
@RestController
@RequestMapping("/api/v1")
class PapersApi {
    private final RequestDesk requests;
    private final DecisionDesk decisions;
    private final LetterDrafting drafting;
    private final LetterDesk desk;
    private final LetterOfficeDesk offices;
    private final Wording wording;

    PapersApi(
            RequestDesk requests,
            DecisionDesk decisions,
            LetterDrafting drafting,
            LetterDesk desk,
            LetterOfficeDesk offices,
            Wording wording) {
        this.requests = requests;
        this.decisions = decisions;
        this.drafting = drafting;
        this.desk = desk;
        this.offices = offices;
        this.wording = wording;
    }

    /** The answers to the questions, and what is told, by the names of {@link Told}. */
    record DecisionInput(@Nullable String answers, @Nullable Map<String, String> told) {}

    /** A letter to be begun, with what is said of its fields. */
    record LetterInput(@Nullable String kind, @Nullable Map<String, String> fields) {}

    /** What is said of the fields of a letter. */
    record FieldsInput(@Nullable Map<String, String> fields) {}

    /** The text of a letter. */
    record TextInput(@Nullable String words) {}

    @GetMapping("/requests/{id}/matters")
    Items<MatterAnswer> matters(Actor actor, @PathVariable long id) {
        return Items.whole(
                decisions.standing(requests.one(actor, id)).stream()
                        .map(it -> MatterAnswer.of(it, wording))
                        .toList());
    }

    @PutMapping("/requests/{id}/matters/{position}/decision")
    Items<MatterAnswer> decide(
            Actor actor,
            @PathVariable long id,
            @PathVariable int position,
            @RequestBody DecisionInput input) {
        decisions.decide(actor, id, position, input.answers(), told(input.told()));
        return matters(actor, id);
    }

    @PostMapping("/requests/{id}/matters/{position}/papers")
    ResponseEntity<Items<MatterAnswer>> attach(
            Actor actor,
            @PathVariable long id,
            @PathVariable int position,
            @RequestBody PaperEntry input) {
        decisions.attach(actor, id, position, input);
        return ResponseEntity.status(HttpStatus.CREATED).body(matters(actor, id));
    }

    @DeleteMapping("/requests/{id}/papers/{paper}")
    ResponseEntity<Void> drop(Actor actor, @PathVariable long id, @PathVariable long paper) {
        decisions.drop(actor, id, paper);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/requests/{id}/letters")
    Items<LetterAnswer> letters(Actor actor, @PathVariable long id) {
        return Items.whole(
                drafting.of(requests.one(actor, id)).stream()
                        .map(it -> LetterAnswer.of(drafting.one(actor, id, it.id())))
                        .toList());
    }

    @PostMapping("/requests/{id}/letters")
    ResponseEntity<LetterAnswer> begin(
            Actor actor, @PathVariable long id, @RequestBody LetterInput input) {
        var kind =
                LetterKind.named(input.kind() == null ? "" : input.kind())
                        .orElseThrow(() -> Refusal.invalid("kind", "requests.papers.kind"));
        var letter = drafting.begin(actor, id, kind, fields(input.fields()));
        return answer(HttpStatus.CREATED, actor, id, letter);
    }

    @GetMapping("/requests/{id}/letters/{letter}")
    ResponseEntity<LetterAnswer> letter(
            Actor actor, @PathVariable long id, @PathVariable long letter) {
        return answer(HttpStatus.OK, actor, id, letter);
    }

    @PutMapping("/requests/{id}/letters/{letter}/text")
    ResponseEntity<LetterAnswer> edit(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @RequestBody TextInput input,
            IfMatch match) {
        drafting.edit(actor, id, letter, match.version(), input.words());
        return answer(HttpStatus.OK, actor, id, letter);
    }

    @PutMapping("/requests/{id}/letters/{letter}/fields")
    ResponseEntity<LetterAnswer> refill(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @RequestBody FieldsInput input,
            IfMatch match) {
        drafting.refill(actor, id, letter, match.version(), fields(input.fields()));
        return answer(HttpStatus.OK, actor, id, letter);
    }

    @PostMapping("/requests/{id}/letters/{letter}/steps/{step}")
    ResponseEntity<LetterAnswer> step(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @PathVariable String step,
            @RequestBody LetterMoveEntry input,
            IfMatch match) {
        var taken = LetterStep.named(step).orElseThrow(Refusal::notFound);
        desk.step(actor, id, letter, taken, match.version(), input);
        return answer(HttpStatus.OK, actor, id, letter);
    }

    @GetMapping("/request-letter-office")
    LetterOfficeEntry office(Actor actor) {
        return LetterOfficeEntry.of(offices.current(actor).orElseThrow(Refusal::notFound));
    }

    @PutMapping("/request-letter-office")
    LetterOfficeEntry keep(Actor actor, @RequestBody LetterOfficeEntry input) {
        return LetterOfficeEntry.of(offices.keep(actor, input));
    }

    private ResponseEntity<LetterAnswer> answer(
            HttpStatus status, Actor actor, long id, long letter) {
        var view = drafting.one(actor, id, letter);
        return ResponseEntity.status(status)
                .eTag(IfMatch.etag(view.letter().version()))
                .body(LetterAnswer.of(view));
    }

    /** What was said of the fields of a letter; nothing for null. */
    static Map<String, String> fields(@Nullable Map<String, String> sent) {
        return sent == null ? Map.of() : sent;
    }

    private static Map<Told, String> told(@Nullable Map<String, String> sent) {
        var told = new EnumMap<Told, String>(Told.class);
        fields(sent)
                .forEach(
                        (name, said) ->
                                told.put(
                                        List.of(Told.values()).stream()
                                                .filter(it -> it.slug().equals(name))
                                                .findFirst()
                                                .orElseThrow(
                                                        () ->
                                                                Refusal.invalid(
                                                                        "told",
                                                                        "requests.papers.told")),
                                        said));
        return told;
    }
}
