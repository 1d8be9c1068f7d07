package org.gongkai.opengov.siteimport.web;

import java.util.Objects;
import org.gongkai.opengov.siteimport.ImportRun;
import org.gongkai.opengov.siteimport.ImportStep;
import org.gongkai.opengov.siteimport.RowProblem;
import org.gongkai.opengov.siteimport.SiteImportDesk;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
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

/**
 * Imports over the API (导入接口): begin, watch, read what was wrong, stop, go on, approve, give up.
 */
@RestController
@RequestMapping("/api/v1/site-imports")
class ImportApi {
    private final SiteImportDesk desk;

    ImportApi(SiteImportDesk desk) {
        this.desk = desk;
    }

    /** What to import. */
    record Start(@Nullable String folder, @Nullable Boolean dryRun) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ImportAnswer start(Actor actor, @RequestBody Start start) {
        var folder = Objects.requireNonNullElse(start.folder(), "");
        return one(actor, desk.start(actor, folder, Boolean.TRUE.equals(start.dryRun())));
    }

    /** A folder that can be imported. */
    record Folder(String name) {}

    @GetMapping("/folders")
    Items<Folder> folders(Actor actor) {
        return Items.whole(desk.folders(actor).stream().map(Folder::new).toList());
    }

    @GetMapping
    Items<ImportAnswer> list(Actor actor, Paging paging) {
        int skip = paging.skip();
        return Items.of(
                        desk.list(actor, skip, paging.fetch()),
                        paging,
                        last -> Cursor.at(skip + paging.limit()))
                .map(ImportRun::id)
                .map(it -> one(actor, it));
    }

    @GetMapping("/{id}")
    ImportAnswer one(Actor actor, @PathVariable long id) {
        return ImportAnswer.of(desk.one(actor, id));
    }

    @GetMapping("/{id}/problems")
    Items<RowProblem> problems(Actor actor, @PathVariable long id, Paging paging) {
        int skip = paging.skip();
        return Items.of(
                desk.problems(actor, id, skip, paging.fetch()),
                paging,
                last -> Cursor.at(skip + paging.limit()));
    }

    /** What a step needs: a digest and an opinion to approve, a reason to give up. */
    record Step(@Nullable String digest, @Nullable String opinion, @Nullable String reason) {
        static final Step EMPTY = new Step(null, null, null);
    }

    @PostMapping("/{id}/steps/{step}")
    ImportAnswer step(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            @RequestBody(required = false) @Nullable Step body) {
        var said = Objects.requireNonNullElse(body, Step.EMPTY);
        switch (ImportStep.named(step).orElseThrow(Refusal::notFound)) {
            case CANCEL -> desk.cancel(actor, id);
            case RESUME -> desk.resume(actor, id);
            case APPROVE -> desk.approve(actor, id, text(said.digest()), text(said.opinion()));
            case DISCARD -> desk.discard(actor, id, text(said.reason()));
        }
        return one(actor, id);
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "");
    }
}
