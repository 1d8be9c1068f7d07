package org.gongkai.opengov.inspections.tasks.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.inspections.tasks.FieldDesk;
import org.gongkai.opengov.inspections.tasks.FieldDesk.Kept;
import org.gongkai.opengov.inspections.tasks.FieldDesk.Sent;
import org.gongkai.opengov.inspections.tasks.TaskDesk;
import org.gongkai.opengov.inspections.tasks.TaskFilter;
import org.gongkai.opengov.inspections.tasks.TaskSource;
import org.gongkai.opengov.inspections.tasks.TaskState;
import org.gongkai.opengov.inspections.tasks.TaskStep;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Inspections over the API (检查任务接口). */
@RestController
@RequestMapping("/api/v1/inspections/tasks")
class TaskApi {
    private final TaskDesk desk;
    private final FieldDesk field;

    TaskApi(TaskDesk desk, FieldDesk field) {
        this.desk = desk;
        this.field = field;
    }

    @GetMapping
    Items<TaskAnswer> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable Long draw,
            Paging paging) {
        var filter =
                new TaskFilter(
                        state == null
                                ? null
                                : TaskState.named(state)
                                        .orElseThrow(
                                                () ->
                                                        Refusal.invalid(
                                                                "state",
                                                                "inspections.tasks.field.state")),
                        source == null
                                ? null
                                : TaskSource.named(source)
                                        .orElseThrow(
                                                () ->
                                                        Refusal.invalid(
                                                                "source",
                                                                "inspections.tasks.field.source")),
                        words,
                        draw,
                        null,
                        null);
        return desk.list(actor, filter, paging).map(TaskAnswer::of);
    }

    @PostMapping
    ResponseEntity<TaskAnswer> propose(Actor actor, @RequestBody TaskDesk.Proposal typed) {
        long id = desk.propose(actor, typed);
        return ResponseEntity.created(URI.create("/api/v1/inspections/tasks/" + id))
                .body(TaskAnswer.of(desk.one(actor, id)));
    }

    @GetMapping("/{id}")
    ResponseEntity<TaskAnswer> one(Actor actor, @PathVariable long id) {
        var view = desk.one(actor, id);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(view.task().version()))
                .body(TaskAnswer.of(view));
    }

    @PostMapping("/{id}/steps/{step}")
    ResponseEntity<TaskAnswer> step(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            @RequestBody Map<String, @Nullable String> typed,
            IfMatch match) {
        Steps.take(
                desk,
                field,
                actor,
                id,
                TaskStep.named(step).orElseThrow(Refusal::notFound),
                match.version(),
                typed);
        return one(actor, id);
    }

    @GetMapping("/{id}/record")
    RecordAnswer record(Actor actor, @PathVariable long id) {
        return RecordAnswer.of(field.sheet(actor, id));
    }

    @PostMapping("/{id}/record")
    Kept save(Actor actor, @PathVariable long id, @RequestBody Sent sent) {
        return field.save(
                actor,
                id,
                new Sent(
                        sent.clientId(),
                        sent.base(),
                        sent.finished(),
                        sent.madeAt(),
                        Objects.requireNonNullElse(sent.fields(), Map.of())));
    }

    @PostMapping("/{id}/photos")
    @ResponseStatus(HttpStatus.CREATED)
    RecordAnswer.Photo photo(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String clientId) {
        try (var content = file.getInputStream()) {
            return RecordAnswer.Photo.of(
                    field.addPhoto(
                            actor,
                            id,
                            clientId,
                            question,
                            content,
                            Objects.requireNonNullElse(file.getOriginalFilename(), "")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
