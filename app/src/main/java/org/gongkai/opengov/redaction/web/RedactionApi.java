package org.gongkai.opengov.redaction.web;

import java.util.Objects;
import org.gongkai.opengov.redaction.MarkEntry;
import org.gongkai.opengov.redaction.RedactionDesk;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.files.FileResponse;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Partial disclosure over the API (区分处理接口): open, mark, release, fetch. */
@RestController
@RequestMapping("/api/v1/redactions")
class RedactionApi {
    private final RedactionDesk desk;

    RedactionApi(RedactionDesk desk) {
        this.desk = desk;
    }

    /** A file that was uploaded before, and what it is about. */
    record JobInput(
            @Nullable String sha256,
            @Nullable String fileName,
            @Nullable String title,
            @Nullable String section,
            @Nullable String caseKey) {}

    /** A mark: words, or an area with its sides in hundredths of the page. */
    record MarkInput(
            @Nullable String quote,
            @Nullable Integer page,
            @Nullable Double left,
            @Nullable Double top,
            @Nullable Double right,
            @Nullable Double bottom,
            @Nullable String ground,
            @Nullable String law,
            @Nullable String reason,
            @Nullable Boolean elsewhereAllowed) {

        MarkEntry entry() {
            return new MarkEntry(
                    text(quote),
                    page,
                    left,
                    top,
                    right,
                    bottom,
                    text(ground),
                    text(law),
                    text(reason),
                    Boolean.TRUE.equals(elsewhereAllowed));
        }
    }

    @GetMapping
    Items<RedactionAnswer> list(Actor actor, Paging paging) {
        int skip = paging.skip();
        return Items.of(
                        desk.list(actor, skip, paging.fetch()),
                        paging,
                        last -> Cursor.at(skip + paging.limit()))
                .map(RedactionAnswer::of);
    }

    @PostMapping
    ResponseEntity<RedactionAnswer> open(Actor actor, @RequestBody JobInput input) {
        long id =
                desk.open(
                        actor,
                        text(input.sha256()),
                        text(input.fileName()),
                        text(input.title()),
                        text(input.section()),
                        input.caseKey());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(RedactionAnswer.of(desk.one(actor, id)));
    }

    @GetMapping("/{id}")
    ResponseEntity<RedactionAnswer> one(Actor actor, @PathVariable long id) {
        var view = desk.one(actor, id);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(view.job().version()))
                .body(RedactionAnswer.of(view));
    }

    @PostMapping("/{id}/marks")
    ResponseEntity<RedactionAnswer.MarkAnswer> mark(
            Actor actor, @PathVariable long id, @RequestBody MarkInput input, IfMatch match) {
        var mark = desk.mark(actor, id, match.version(), input.entry());
        return ResponseEntity.status(HttpStatus.CREATED).body(RedactionAnswer.MarkAnswer.of(mark));
    }

    @DeleteMapping("/{id}/marks/{mark}")
    ResponseEntity<Void> takeBack(Actor actor, @PathVariable long id, @PathVariable long mark) {
        desk.takeBack(actor, id, mark);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/releases")
    ResponseEntity<RedactionAnswer> release(Actor actor, @PathVariable long id, IfMatch match) {
        desk.release(actor, id, match.version());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(RedactionAnswer.of(desk.one(actor, id)));
    }

    @GetMapping("/{id}/releases/{release}/file")
    ResponseEntity<Resource> file(Actor actor, @PathVariable long id, @PathVariable long release) {
        var file = desk.copy(actor, id, release);
        return FileResponse.download(file, desk.content(file));
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }
}
