package org.gongkai.opengov.requests.disclosurelog.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.requests.disclosurelog.LogDesk;
import org.gongkai.opengov.requests.disclosurelog.LogDesk.Entry;
import org.gongkai.opengov.requests.disclosurelog.LogDesk.Preparing;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The disclosure log over the API (依申请公开选登接口). */
@RestController
@RequestMapping("/api/v1/requests/{id}/disclosure-log")
class LogApi {
    private final LogDesk desk;

    LogApi(LogDesk desk) {
        this.desk = desk;
    }

    /** A document prepared, and whether it is public. */
    record DocumentAnswer(String document, boolean published) {}

    /** What a case says, without who asked. */
    record PreparingAnswer(
            String title, String question, String answer, List<DocumentAnswer> documents) {
        static PreparingAnswer of(Preparing it) {
            return new PreparingAnswer(
                    text(it.proposed().title()),
                    text(it.proposed().question()),
                    text(it.proposed().answer()),
                    it.documents().stream()
                            .map(
                                    document ->
                                            new DocumentAnswer(
                                                    document.toString(),
                                                    it.listings().containsKey(document)))
                            .toList());
        }

        private static String text(@Nullable String words) {
            return Objects.requireNonNullElse(words, "");
        }
    }

    /** The draft. */
    record Drafted(String document) {}

    @GetMapping
    PreparingAnswer prepare(Actor actor, @PathVariable long id) {
        return PreparingAnswer.of(desk.prepare(actor, id));
    }

    @PostMapping
    ResponseEntity<Drafted> draft(Actor actor, @PathVariable long id, @RequestBody Entry entry) {
        var document = desk.draft(actor, id, entry);
        return ResponseEntity.created(URI.create("/api/v1/documents/" + document))
                .body(new Drafted(document.toString()));
    }
}
