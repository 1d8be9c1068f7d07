package org.gongkai.opengov.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.requests.OpinionDesk;
import org.gongkai.opengov.requests.OpinionEntry;
import org.gongkai.opengov.requests.OpinionIntake;
import org.gongkai.opengov.requests.OpinionLink;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links for third parties, and their answers, over the API (第三方意见接口). */
@RestController
class OpinionApi {
    private final OpinionDesk desk;
    private final OpinionIntake intake;

    OpinionApi(OpinionDesk desk, OpinionIntake intake) {
        this.desk = desk;
        this.intake = intake;
    }

    /** For whom a link is made, and what it shows. */
    record Wanted(@Nullable String party, @Nullable String shown, @Nullable String harm) {}

    /** A link just made. */
    record Opened(long id, String party, String code, String address) {}

    /** A link as the desk sees it later; what opens it is not among it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Link(
            long id,
            String party,
            String shown,
            @Nullable String harm,
            Instant madeAt,
            @Nullable Instant endedAt) {
        static Link of(OpinionLink it) {
            return new Link(it.id(), it.party(), it.shown(), it.harm(), it.madeAt(), it.endedAt());
        }
    }

    /** Links of a request. */
    record Links(List<Link> items) {}

    /** The code of a letter. */
    record Code(@Nullable String code) {}

    /** What a third party says. */
    record Answer(
            @Nullable String code,
            @Nullable String choice,
            @Nullable String reasons,
            @Nullable String name) {}

    /** What a third party is asked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Asked(
            String agency,
            String party,
            String shown,
            @Nullable String harm,
            LocalDate askedOn,
            @Nullable LocalDate due) {
        static Asked of(OpinionIntake.Question it) {
            return new Asked(
                    it.agency(), it.party(), it.shown(), it.harm(), it.askedOn(), it.due());
        }
    }

    @GetMapping("/api/v1/requests/{id}/opinions")
    Links links(Actor actor, @PathVariable long id) {
        return new Links(desk.links(actor, id).stream().map(Link::of).toList());
    }

    @PostMapping("/api/v1/requests/{id}/opinions")
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(Actor actor, @PathVariable long id, @RequestBody Wanted wanted) {
        var it = desk.open(actor, id, wanted.party(), wanted.shown(), wanted.harm());
        return new Opened(it.link().id(), it.link().party(), it.code(), it.address());
    }

    @PostMapping("/api/v1/public/requests/opinion")
    Asked read(@RequestBody Code code, HttpServletRequest request) {
        return Asked.of(intake.read(code.code(), request.getRemoteAddr()));
    }

    @PostMapping("/api/v1/public/requests/opinion/answer")
    Asked answer(@RequestBody Answer answer, HttpServletRequest request) {
        return Asked.of(
                intake.answer(
                        answer.code(),
                        new OpinionEntry(answer.choice(), answer.reasons(), answer.name()),
                        request.getRemoteAddr()));
    }
}
