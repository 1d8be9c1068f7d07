package org.gongkai.platform.search.web;

import java.util.List;
import java.util.Objects;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.search.SynonymDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Words that mean the same, for programs (同义词接口). */
@RestController
@RequestMapping("/api/v1/search-words")
class SynonymApi {
    private final SynonymDesk desk;

    SynonymApi(SynonymDesk desk) {
        this.desk = desk;
    }

    /** A line as typed. */
    record LineInput(@Nullable String line) {
        String text() {
            return Objects.requireNonNullElse(line, "");
        }
    }

    @GetMapping
    Items<SynonymDesk.Line> list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Boolean active,
            Paging paging) {
        int skip = paging.skip();
        var fetched =
                desk.find(actor, new SynonymDesk.Filter(q, active)).stream()
                        .skip(skip)
                        .limit(paging.fetch())
                        .toList();
        return Items.of(fetched, paging, last -> Cursor.at(skip + paging.limit()));
    }

    @PostMapping
    ResponseEntity<SynonymDesk.Line> add(Actor actor, @RequestBody LineInput input) {
        return ResponseEntity.status(HttpStatus.CREATED).body(desk.add(actor, input.text()));
    }

    @PostMapping("/preview")
    Items<SynonymDesk.Effect> preview(Actor actor, @RequestBody LineInput input) {
        List<SynonymDesk.Effect> effects = desk.preview(actor, input.text());
        return Items.whole(effects);
    }

    @PostMapping("/steps/{step}")
    SynonymDesk.Line turn(Actor actor, @PathVariable String step, @RequestBody LineInput input) {
        return desk.turn(
                actor,
                input.text(),
                switch (step) {
                    case "retire" -> false;
                    case "restore" -> true;
                    default -> throw Refusal.notFound();
                });
    }
}
