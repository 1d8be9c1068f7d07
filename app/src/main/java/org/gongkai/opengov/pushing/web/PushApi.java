package org.gongkai.opengov.pushing.web;

import java.util.Objects;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.pushing.CatchUpDesk;
import org.gongkai.opengov.pushing.PushDesk;
import org.gongkai.opengov.pushing.PushFilter;
import org.gongkai.opengov.pushing.PushStep;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pushes over the API (推送接口): list, read, try again, leave. */
@RestController
@RequestMapping("/api/v1/pushes")
class PushApi {
    private final PushDesk desk;
    private final CatchUpDesk catchUp;

    PushApi(PushDesk desk, CatchUpDesk catchUp) {
        this.desk = desk;
        this.catchUp = catchUp;
    }

    @GetMapping
    Items<PushAnswer> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable DocumentId document,
            Paging paging) {
        return desk.list(actor, PushFilter.read(state, document), paging).map(PushAnswer::of);
    }

    @GetMapping("/{id}")
    PushAnswer one(Actor actor, @PathVariable long id) {
        return PushAnswer.of(desk.one(actor, id));
    }

    /** How many were queued. */
    record CaughtUp(int queued, boolean more) {}

    @PostMapping("/catch-up")
    CaughtUp catchUp(Actor actor) {
        int queued = catchUp.queue(actor);
        return new CaughtUp(queued, queued == CatchUpDesk.MOST);
    }

    /** Why. */
    record Ground(@Nullable String reason) {}

    @PostMapping("/{id}/steps/{step}")
    PushAnswer step(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            @RequestBody(required = false) @Nullable Ground ground) {
        var reason = ground == null ? "" : Objects.requireNonNullElse(ground.reason(), "");
        switch (PushStep.named(step).orElseThrow(Refusal::notFound)) {
            case RETRY -> desk.retry(actor, id, reason);
            case SKIP -> desk.skip(actor, id, reason);
        }
        return one(actor, id);
    }
}
