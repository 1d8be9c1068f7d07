package org.gongkai.opengov.disclosures.web;

import java.util.Map;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DocumentState;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.platform.api.IfMatch;
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

/** Documents over the API (文件接口): draft, read, change, take a step. */
@RestController
@RequestMapping("/api/v1/documents")
class DocumentsApi {
    private final DraftingDesk drafting;
    private final DocumentDesk desk;
    private final DocumentSteps steps;
    private final DocumentAnswers answers;

    DocumentsApi(
            DraftingDesk drafting,
            DocumentDesk desk,
            DocumentSteps steps,
            DocumentAnswers answers) {
        this.drafting = drafting;
        this.desk = desk;
        this.steps = steps;
        this.answers = answers;
    }

    @PostMapping
    ResponseEntity<DocumentAnswer> create(Actor actor, @RequestBody DocumentInput input) {
        var id = drafting.create(actor, input);
        var answer = answers.of(actor, id);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/v1/documents/" + id)
                .eTag(IfMatch.etag(answer.version()))
                .body(answer);
    }

    @GetMapping("/{id}")
    ResponseEntity<DocumentAnswer> read(Actor actor, @PathVariable DocumentId id) {
        return tagged(answers.of(actor, id));
    }

    @PutMapping("/{id}")
    ResponseEntity<DocumentAnswer> change(
            Actor actor,
            @PathVariable DocumentId id,
            IfMatch ifMatch,
            @RequestBody DocumentInput input) {
        drafting.save(actor, id, expected(actor, id, ifMatch), input);
        return tagged(answers.of(actor, id));
    }

    @PostMapping("/{id}/steps/{step}")
    ResponseEntity<DocumentAnswer> step(
            Actor actor,
            @PathVariable DocumentId id,
            @PathVariable String step,
            IfMatch ifMatch,
            @RequestBody(required = false) @Nullable Map<String, Object> body) {
        ifMatch.require(desk.readable(actor, id).version());
        steps.take(actor, id, step, body == null ? Map.of() : body);
        if (desk.readable(actor, id).state() == DocumentState.PURGED) {
            return ResponseEntity.noContent().build();
        }
        return tagged(answers.of(actor, id));
    }

    private int expected(Actor actor, DocumentId id, IfMatch ifMatch) {
        var version = ifMatch.version();
        if (version == null) {
            throw Refusal.stale(
                    desk.readable(actor, id).version(), "disclosures.refusal.if-match-needed");
        }
        return Math.toIntExact(version);
    }

    private static ResponseEntity<DocumentAnswer> tagged(DocumentAnswer answer) {
        return ResponseEntity.ok().eTag(IfMatch.etag(answer.version())).body(answer);
    }
}
