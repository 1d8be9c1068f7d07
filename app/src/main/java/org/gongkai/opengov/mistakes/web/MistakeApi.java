package org.gongkai.opengov.mistakes.web;

import java.util.Objects;
import org.gongkai.opengov.mistakes.MistakeDesk;
import org.gongkai.opengov.mistakes.MistakeFilter;
import org.gongkai.opengov.mistakes.MistakeState;
import org.gongkai.opengov.mistakes.MistakeStep;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk's work with reports over the API (找错留言办理接口). */
@RestController
@RequestMapping("/api/v1/mistakes")
class MistakeApi {
    private final MistakeDesk desk;
    private final Organization organization;

    MistakeApi(MistakeDesk desk, Organization organization) {
        this.desk = desk;
        this.organization = organization;
    }

    /** The words of a step, and for {@code route} the section. */
    record StepInput(@Nullable String words, @Nullable String section) {}

    @GetMapping
    Items<MistakeAnswer> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String section,
            Paging paging) {
        var filter = MistakeFilter.in(state(state)).of(section(actor, section));
        return desk.list(actor, filter, paging).map(MistakeAnswer::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<MistakeAnswer> one(Actor actor, @PathVariable long id) {
        var history = desk.one(actor, id);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(history.line().report().version()))
                .body(MistakeAnswer.of(history));
    }

    @PostMapping("/{id}/steps/{step}")
    ResponseEntity<MistakeAnswer> step(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            @RequestBody StepInput input,
            IfMatch match) {
        var words = Objects.requireNonNullElse(input.words(), "");
        switch (MistakeStep.named(step).orElseThrow(Refusal::notFound)) {
            case ROUTE -> desk.route(actor, id, match.version(), input.section(), words);
            case ANSWER -> desk.answer(actor, id, match.version(), words);
            case REJECT -> desk.reject(actor, id, match.version(), words);
            case ERASE_CONTACT -> desk.eraseContact(actor, id, match.version(), words);
        }
        return afterwards(actor, id);
    }

    /** A section that has sent it on no longer sees it. */
    private ResponseEntity<MistakeAnswer> afterwards(Actor actor, long id) {
        return desk.sees(actor, id) ? one(actor, id) : ResponseEntity.noContent().build();
    }

    private @Nullable SectionId section(Actor actor, @Nullable String asked) {
        return asked == null || asked.isBlank()
                ? null
                : organization
                        .findSection(actor.agency(), asked)
                        .orElseThrow(() -> Refusal.invalid("section", "mistakes.field.section"))
                        .id();
    }

    private static @Nullable MistakeState state(@Nullable String asked) {
        return asked == null || asked.isBlank()
                ? null
                : MistakeState.named(asked)
                        .orElseThrow(() -> Refusal.invalid("state", "mistakes.field.state"));
    }
}
