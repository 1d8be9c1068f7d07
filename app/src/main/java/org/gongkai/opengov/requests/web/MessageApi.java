package org.gongkai.opengov.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gongkai.opengov.requests.ApplicantSearch;
import org.gongkai.opengov.requests.MessageDesk;
import org.gongkai.opengov.requests.NoticeDesk;
import org.gongkai.opengov.requests.RequestCase;
import org.gongkai.opengov.requests.RequestMessage;
import org.gongkai.opengov.requests.notices.Notice;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages, notices and lost numbers over the API (往来、通知、找回编号接口). */
@RestController
@RequestMapping("/api/v1/requests")
class MessageApi {
    private final MessageDesk messages;
    private final NoticeDesk notices;
    private final ApplicantSearch search;

    MessageApi(MessageDesk messages, NoticeDesk notices, ApplicantSearch search) {
        this.messages = messages;
        this.notices = notices;
        this.search = search;
    }

    /** What is written. */
    record Words(@Nullable String message) {}

    /** A message; {@code person} is absent for the applicant. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Written(long id, @Nullable Long person, String message, Instant writtenAt) {
        static Written of(RequestMessage it) {
            var by = it.by();
            return new Written(it.id(), by == null ? null : by.value(), it.words(), it.writtenAt());
        }
    }

    /** Messages of a request. */
    record Messages(List<Written> items) {}

    /** A notice; no address is told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            long id,
            String way,
            String kind,
            String state,
            int tries,
            Instant madeAt,
            @Nullable Instant settledAt,
            @Nullable String failure) {
        static Told of(Notice it) {
            return new Told(
                    it.id(),
                    slug(it.way()),
                    slug(it.kind()),
                    slug(it.state()),
                    it.tries(),
                    it.madeAt(),
                    it.settledAt(),
                    it.failure());
        }
    }

    /** Notices of a request. */
    record Notices(List<Told> items) {}

    /** Whose requests are looked for, and why. */
    record Wanted(
            @Nullable String name,
            @Nullable String identityKind,
            @Nullable String identityNumber,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "Wanted";
        }
    }

    /** A request of the person looked for. */
    record Own(long id, String number, LocalDate arrivedOn, String stage) {
        static Own of(RequestCase it) {
            return new Own(it.id(), it.number(), it.arrivedOn(), it.stage().slug());
        }
    }

    /** The requests of the person looked for. */
    record Found(List<Own> items) {}

    @GetMapping("/{id}/messages")
    Messages read(Actor actor, @PathVariable long id) {
        return new Messages(messages.of(actor, id).stream().map(Written::of).toList());
    }

    @PostMapping("/{id}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Messages write(Actor actor, @PathVariable long id, @RequestBody Words words) {
        messages.write(actor, id, words.message());
        return read(actor, id);
    }

    @GetMapping("/{id}/notices")
    Notices notices(Actor actor, @PathVariable long id) {
        return new Notices(notices.of(actor, id).stream().map(Told::of).toList());
    }

    @PostMapping("/{id}/notices/{notice}/again")
    Notices again(Actor actor, @PathVariable long id, @PathVariable long notice) {
        notices.again(actor, id, notice);
        return notices(actor, id);
    }

    @PostMapping("/{id}/notices/{notice}/told-otherwise")
    Notices toldOtherwise(Actor actor, @PathVariable long id, @PathVariable long notice) {
        notices.toldOtherwise(actor, id, notice);
        return notices(actor, id);
    }

    @PostMapping("/lost")
    Found lost(Actor actor, @RequestBody Wanted wanted) {
        return new Found(
                search
                        .find(
                                actor,
                                wanted.name(),
                                wanted.identityKind(),
                                wanted.identityNumber(),
                                wanted.reason())
                        .stream()
                        .map(Own::of)
                        .toList());
    }

    private static String slug(Enum<?> it) {
        return it.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
