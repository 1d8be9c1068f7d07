package org.gongkai.opengov.requests.papers.web;

import java.util.Map;
import org.gongkai.opengov.requests.ClaimStep;
import org.gongkai.opengov.requests.papers.ClaimLetterDesk;
import org.gongkai.opengov.requests.papers.LetterMoveEntry;
import org.gongkai.opengov.requests.papers.LetterStep;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letters of corrections and complaints over the API (更正、投诉文书接口). */
@RestController
@RequestMapping("/api/v1/request-claims/{id}/letters")
class ClaimLettersApi {
    private final ClaimLetterDesk desk;

    ClaimLettersApi(ClaimLetterDesk desk) {
        this.desk = desk;
    }

    /** A letter to be begun: the end that it tells, and what is said of its fields. */
    record Begun(@Nullable String end, @Nullable Map<String, String> fields) {}

    @GetMapping
    Items<LetterAnswer> letters(Actor actor, @PathVariable long id) {
        return Items.whole(
                desk.of(actor, id).stream()
                        .map(it -> LetterAnswer.of(desk.one(actor, id, it.id())))
                        .toList());
    }

    @PostMapping
    ResponseEntity<LetterAnswer> begin(
            Actor actor, @PathVariable long id, @RequestBody Begun input) {
        var end =
                ClaimStep.named(input.end() == null ? "" : input.end())
                        .orElseThrow(() -> Refusal.invalid("end", "requests.claim.step.required"));
        var letter = desk.begin(actor, id, end, PapersApi.fields(input.fields()));
        return answer(HttpStatus.CREATED, actor, id, letter);
    }

    @GetMapping("/{letter}")
    ResponseEntity<LetterAnswer> letter(
            Actor actor, @PathVariable long id, @PathVariable long letter) {
        return answer(HttpStatus.OK, actor, id, letter);
    }

    @PutMapping("/{letter}/text")
    ResponseEntity<LetterAnswer> edit(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @RequestBody PapersApi.TextInput input,
            IfMatch match) {
        desk.edit(actor, id, letter, match.version(), input.words());
        return answer(HttpStatus.OK, actor, id, letter);
    }

    @PutMapping("/{letter}/fields")
    ResponseEntity<LetterAnswer> refill(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @RequestBody PapersApi.FieldsInput input,
            IfMatch match) {
        desk.refill(actor, id, letter, match.version(), PapersApi.fields(input.fields()));
        return answer(HttpStatus.OK, actor, id, letter);
    }

    @PostMapping("/{letter}/steps/{step}")
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

    private ResponseEntity<LetterAnswer> answer(
            HttpStatus status, Actor actor, long id, long letter) {
        var view = desk.one(actor, id, letter);
        return ResponseEntity.status(status)
                .eTag(IfMatch.etag(view.letter().version()))
                .body(LetterAnswer.of(view));
    }
}
