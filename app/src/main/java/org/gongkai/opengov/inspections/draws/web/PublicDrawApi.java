package org.gongkai.opengov.inspections.draws.web;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.opengov.inspections.draws.Bundles;
import org.gongkai.opengov.inspections.draws.Certificates;
import org.gongkai.opengov.inspections.draws.DrawStories;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Draws for everybody's programs (抽取公开接口). */
@RestController
@RequestMapping("/api/v1/public/draws")
class PublicDrawApi {
    private final DrawStories stories;
    private final Bundles bundles;
    private final Certificates certificates;
    private final Clock clock;

    PublicDrawApi(DrawStories stories, Bundles bundles, Certificates certificates, Clock clock) {
        this.stories = stories;
        this.bundles = bundles;
        this.certificates = certificates;
        this.clock = clock;
    }

    @GetMapping
    Items<DrawAnswer.Line> list(
            @RequestParam(required = false) @Nullable String agency, Paging paging) {
        long below = paging.cursor(1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        var today = LocalDate.now(clock);
        var found = stories.list(stories.agency(agency).id(), below, paging.fetch());
        return Items.of(found, paging, it -> Cursor.at(it.seq()))
                .map(it -> DrawAnswer.Line.of(it, today));
    }

    @GetMapping("/{agency}/{seq}")
    DrawAnswer one(@PathVariable String agency, @PathVariable long seq) {
        var story = stories.of(agency, seq);
        return DrawAnswer.of(story, story.draw().isRevealOverdue(LocalDate.now(clock)));
    }

    @GetMapping(value = "/{agency}/{seq}/bundle.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Resource> bundle(@PathVariable String agency, @PathVariable long seq) {
        return file(bundles.of(agency, seq), "draw-" + agency + "-" + seq + ".json");
    }

    /** What shows that a visit comes out of the draw; with its code while the draw is sealed. */
    @GetMapping(
            value = "/{agency}/{seq}/certificates/{t}.json",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> certificate(
            @PathVariable String agency,
            @PathVariable long seq,
            @PathVariable int t,
            @RequestParam(required = false) @Nullable String code) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(certificates.file(agency, seq, t, code).write());
    }

    static ResponseEntity<Resource> file(Path file, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(new FileSystemResource(file));
    }
}
