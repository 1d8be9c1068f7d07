package org.gongkai.opengov.remediation.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.remediation.Medium;
import org.gongkai.opengov.remediation.PictureDesk;
import org.gongkai.opengov.remediation.ProjectEntry;
import org.gongkai.opengov.remediation.ReleaseDesk;
import org.gongkai.opengov.remediation.RemediationDesk;
import org.gongkai.opengov.remediation.Typed;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The register of projects over the API (整治项目接口). */
@RestController
@RequestMapping("/api/v1/remediation/projects")
class RemediationApi {
    private static final List<String> STAGE =
            List.of("kind", "words", "formedOn", "document", "ground", "groundReason");
    private static final List<String> EXTENSION = List.of("until", "reason", "basis", "allowedOn");
    private static final List<String> END =
            List.of(
                    "completedOn",
                    "completionEvidence",
                    "acceptedBy",
                    "acceptedOn",
                    "passed",
                    "acceptanceEvidence");

    private final RemediationDesk desk;
    private final ReleaseDesk releases;
    private final PictureDesk pictures;

    RemediationApi(RemediationDesk desk, ReleaseDesk releases, PictureDesk pictures) {
        this.desk = desk;
        this.releases = releases;
        this.pictures = pictures;
    }

    @GetMapping
    Items<RemediationAnswers.DeskProject> list(Actor actor, AskedProjects asked, Paging paging) {
        var before = paging.cursor(1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        var rest =
                desk.list(actor, asked.filter()).stream()
                        .filter(it -> it.project().id() < before)
                        .limit(paging.fetch())
                        .toList();
        return Items.of(rest, paging, it -> Cursor.at(it.project().id()))
                .map(RemediationAnswers.DeskProject::of);
    }

    @PostMapping
    ResponseEntity<RemediationAnswers.DeskProject> enter(
            Actor actor, @RequestBody Map<String, @Nullable Object> body) {
        var medium =
                Medium.named(Objects.toString(body.get("medium"), ""))
                        .orElseThrow(() -> Refusal.invalid("medium", "remediation.problem.choose"));
        return answer(
                HttpStatus.CREATED,
                actor,
                desk.enter(actor, medium, Sent.over(Map.of(), body, ProjectEntry.FACTS)));
    }

    @GetMapping("/{id}")
    ResponseEntity<RemediationAnswers.DeskProject> read(Actor actor, @PathVariable long id) {
        return answer(HttpStatus.OK, actor, id);
    }

    @PutMapping("/{id}")
    ResponseEntity<RemediationAnswers.DeskProject> change(
            Actor actor,
            @PathVariable long id,
            @RequestBody Map<String, @Nullable Object> body,
            IfMatch expected) {
        var before = ProjectEntry.of(desk.read(actor, id).project().content().facts());
        desk.change(
                actor,
                id,
                Sent.over(before.fields(), body, ProjectEntry.FACTS),
                expected.version());
        return answer(HttpStatus.OK, actor, id);
    }

    @PutMapping("/{id}/measures")
    ResponseEntity<RemediationAnswers.DeskProject> measure(
            Actor actor,
            @PathVariable long id,
            @RequestBody Map<String, @Nullable Object> body,
            IfMatch expected) {
        desk.measure(
                actor, id, Sent.rows(body, "measures", ProjectEntry.MEASURE), expected.version());
        return answer(HttpStatus.OK, actor, id);
    }

    @PostMapping("/{id}/stages")
    ResponseEntity<RemediationAnswers.DeskProject> reach(
            Actor actor,
            @PathVariable long id,
            @RequestBody Map<String, @Nullable Object> body,
            IfMatch expected) {
        desk.reach(actor, id, Sent.over(Map.of(), body, STAGE), expected.version());
        return answer(HttpStatus.CREATED, actor, id);
    }

    @PutMapping("/{id}/stages/{number}")
    ResponseEntity<RemediationAnswers.DeskProject> changeStage(
            Actor actor,
            @PathVariable long id,
            @PathVariable int number,
            @RequestBody Map<String, @Nullable Object> body,
            IfMatch expected) {
        var before =
                desk.read(actor, id)
                        .project()
                        .content()
                        .stage(number)
                        .orElseThrow(Refusal::notFound);
        desk.change(
                actor,
                id,
                number,
                Sent.over(ProjectEntry.of(before).fields(), body, STAGE),
                expected.version());
        return answer(HttpStatus.OK, actor, id);
    }

    @DeleteMapping("/{id}/stages/{number}")
    ResponseEntity<RemediationAnswers.DeskProject> removeStage(
            Actor actor, @PathVariable long id, @PathVariable int number, IfMatch expected) {
        desk.remove(actor, id, number, expected.version());
        return answer(HttpStatus.OK, actor, id);
    }

    @PostMapping("/{id}/extensions")
    ResponseEntity<RemediationAnswers.DeskProject> extend(
            Actor actor,
            @PathVariable long id,
            @RequestBody Map<String, @Nullable Object> body,
            IfMatch expected) {
        desk.extend(actor, id, Sent.over(Map.of(), body, EXTENSION), expected.version());
        return answer(HttpStatus.CREATED, actor, id);
    }

    @PutMapping("/{id}/end")
    ResponseEntity<RemediationAnswers.DeskProject> end(
            Actor actor,
            @PathVariable long id,
            @RequestBody Map<String, @Nullable Object> body,
            IfMatch expected) {
        var content = desk.read(actor, id).project().content();
        var before = ProjectEntry.of(content.completion(), content.acceptance());
        desk.end(actor, id, Sent.over(before.fields(), body, END), expected.version());
        return answer(HttpStatus.OK, actor, id);
    }

    @PostMapping("/{id}/pictures")
    ResponseEntity<RemediationAnswers.DeskProject> addPicture(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultipartFile file,
            @RequestParam Map<String, String> fields,
            IfMatch expected) {
        try (var content = file.getInputStream()) {
            pictures.add(
                    actor,
                    id,
                    new Typed(fields),
                    content,
                    ProjectPicturePages.nameOf(file),
                    expected.version());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return answer(HttpStatus.CREATED, actor, id);
    }

    @DeleteMapping("/{id}/pictures/{sha256}")
    ResponseEntity<RemediationAnswers.DeskProject> removePicture(
            Actor actor, @PathVariable long id, @PathVariable String sha256, IfMatch expected) {
        pictures.remove(actor, id, sha256, expected.version());
        return answer(HttpStatus.OK, actor, id);
    }

    /**
     * A decision of a second person.
     *
     * @param sha256 of the content that was read
     */
    record Decision(@Nullable String sha256, @Nullable String reason) {}

    @PostMapping("/{id}/steps/{step}")
    ResponseEntity<RemediationAnswers.DeskProject> decide(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            @RequestBody Decision decision) {
        var sha256 = Objects.requireNonNullElse(decision.sha256(), "");
        switch (step) {
            case "release" -> releases.release(actor, id, sha256);
            case "give-back" ->
                    releases.giveBack(
                            actor, id, sha256, Objects.requireNonNullElse(decision.reason(), ""));
            default -> throw Refusal.notFound();
        }
        return answer(HttpStatus.OK, actor, id);
    }

    private ResponseEntity<RemediationAnswers.DeskProject> answer(
            HttpStatus status, Actor actor, long id) {
        var answer = RemediationAnswers.DeskProject.of(desk.read(actor, id));
        return ResponseEntity.status(status).eTag(IfMatch.etag(answer.version())).body(answer);
    }
}
